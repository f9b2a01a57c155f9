using XttsSaas.Abstractions.Datasets;
using XttsSaas.Audio.Loudness;
using XttsSaas.Datasets.Quality;

namespace XttsSaas.Silo.Datasets;

/// <summary>What earlier runs of a dataset left in the store.</summary>
internal sealed class StoredSegments
{
    private const int PageSize = 500;
    private readonly Dictionary<SourceId, HashSet<int>> _indexes = [];
    private readonly List<(double Seconds, string Text)> _texts = [];

    public static async Task<StoredSegments> ReadAsync(ISegmentStore segments, DatasetWork work, CancellationToken cancellationToken)
    {
        var stored = new StoredSegments();
        SegmentId? after = null;
        while (await segments.ListAsync(work.Tenant, work.Dataset, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var segment in page)
                stored.Add(segment);
            after = page[^1].Id;
        }
        return stored;
    }

    /// <summary>Which clips of a recording have a row.</summary>
    public IReadOnlySet<int> IndexesOf(SourceId source) => _indexes.GetValueOrDefault(source) ?? [];

    /// <summary>A checker that knows the texts of the stored segments, so that later duplicates are found.</summary>
    public QualityChecker StartChecking()
    {
        var checker = new QualityChecker(new QualityOptions());
        foreach (var (seconds, text) in _texts)
            checker.Check(seconds, new LoudnessReport(0, 0, 0, 0), text, 1);
        return checker;
    }

    private void Add(Segment segment)
    {
        if (!_indexes.TryGetValue(segment.Source, out var indexes))
            _indexes.Add(segment.Source, indexes = []);
        indexes.Add(segment.Index);
        _texts.Add((segment.Seconds, segment.Text));
    }
}
