using XttsSaas.Abstractions.Datasets;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Quality;

namespace XttsSaas.Silo.Datasets;

/// <summary>Checks clips and stores them, ten rows in one transaction.</summary>
internal sealed class SegmentWriter(ISegmentStore segments, IBlobStore blobs, TimeProvider time)
{
    private const int BatchSize = 10;
    private const long MaxClipBytes = 16 << 20;

    /// <param name="work">The run.</param>
    /// <param name="source">The recording that is cut.</param>
    /// <param name="known">Indexes of clips that are stored and left alone.</param>
    /// <param name="checker">Judges the clips.</param>
    public Batch Begin(DatasetWork work, SourceDraft source, IReadOnlySet<int> known, QualityChecker checker) =>
        new(this, work, source, known, checker);

    private async Task<BlobId> StoreAsync(TenantId tenant, string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        var stored = await blobs.WriteAsync(tenant, content, MaxClipBytes, cancellationToken);
        return stored.Succeeded ? stored.Value.Id : throw new StepException(stored.Error);
    }

    /// <summary>The segments of one recording; what it still holds when it is disposed was stopped and is dropped.</summary>
    internal sealed class Batch(SegmentWriter writer, DatasetWork work, SourceDraft source, IReadOnlySet<int> known, QualityChecker checker)
        : IAsyncDisposable
    {
        private readonly List<Segment> _pending = [];

        public async Task AddAsync(SourceClip clip, CancellationToken cancellationToken)
        {
            if (known.Contains(clip.Index))
                return;
            var text = clip.Text ?? string.Empty;
            var findings = checker.Check(clip.Range.End - clip.Range.Start, clip.Loudness, text, clip.Confidence);
            _pending.Add(new Segment(
                SegmentId.New(writer.Now),
                source.Id,
                clip.Index,
                clip.Range.Start,
                clip.Range.End,
                await writer.StoreAsync(work.Tenant, clip.Path, cancellationToken),
                text,
                clip.Confidence,
                findings.Count == 0 ? SegmentVerdict.Accepted : SegmentVerdict.Rejected,
                findings.Select(f => f.Reason).ToArray()));
            if (_pending.Count >= BatchSize)
                await FlushAsync(cancellationToken);
        }

        public async Task FlushAsync(CancellationToken cancellationToken)
        {
            var batch = _pending.ToArray();
            // Before they are saved: once that was tried, rows may name these blobs.
            _pending.Clear();
            if (batch.Length > 0)
                await writer.SaveAsync(work, batch, cancellationToken);
        }

        /// <summary>Blobs without a row would have no owner.</summary>
        public async ValueTask DisposeAsync()
        {
            foreach (var segment in _pending)
                await writer.DropAsync(work.Tenant, segment.Blob);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(DatasetWork work, Segment[] batch, CancellationToken cancellationToken) =>
        segments.SaveAsync(work.Tenant, work.Dataset, batch, cancellationToken);

    private Task DropAsync(TenantId tenant, BlobId blob) => blobs.DeleteAsync(tenant, blob, CancellationToken.None);
}
