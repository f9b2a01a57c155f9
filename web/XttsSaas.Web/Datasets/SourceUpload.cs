using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Datasets;

/// <summary>
/// One upload of recordings and transcripts: all of it reaches the dataset, or none.
/// <code>
/// 1 parts as they arrive   recordings into the blob store and probed, transcripts parsed
/// 2 names                  no double file, every transcript has its recording
/// 3 dataset                sources added with their texts; texts of older sources attached
/// </code>
/// Whatever fails takes back what was stored or added before it.
/// </summary>
public sealed class SourceUpload(
    CurrentTenant tenant, TenantGrains grains, AudioIntake intake, IBlobStore blobs, IOptions<UploadOptions> limits, TimeProvider time)
{
    public async Task<Result<DatasetDetails>> RunAsync(DatasetId id, HttpRequest request, CancellationToken cancellationToken)
    {
        var dataset = grains.Dataset(id);
        if (await dataset.GetAsync() is not { } before)
            return Error.NotFound(DatasetEndpoints.Thing);
        var batch = new SourceBatch();
        var added = new List<SourceId>();
        var accepted = false;
        try
        {
            if (await TakeAsync(request, batch, await MaxSourceBytesAsync(), cancellationToken) is { } refused)
                return refused;
            if (batch.Check(before.Sources.Select(source => source.FileName).ToHashSet()) is { } wrong)
                return wrong;
            var texts = batch.Transcripts.Match([.. before.Sources.Select(s => s.FileName), .. batch.Recordings.Select(r => r.FileName)]);
            if (!texts.Succeeded)
                return texts.Error;
            var after = await AddAsync(dataset, before, batch, texts.Value, added);
            accepted = after.Succeeded;
            return after;
        }
        finally
        {
            if (!accepted)
                await TakeBackAsync(dataset, batch, added);
        }
    }

    private async Task<Error?> TakeAsync(HttpRequest request, SourceBatch batch, long maxBytes, CancellationToken cancellationToken)
    {
        await foreach (var part in MultipartUpload.ReadAsync(request, cancellationToken))
        {
            var fault = part.FileName is { } fileName && !TranscriptFiles.IsTranscript(fileName)
                ? await TakeRecordingAsync(batch, fileName, part.Content, maxBytes, cancellationToken)
                : await TakeTextAsync(batch, part, cancellationToken);
            if (fault is not null)
                return fault;
        }
        return null;
    }

    private async Task<Error?> TakeRecordingAsync(SourceBatch batch, string fileName, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        if (fileName.Length == 0)
            return Error.Invalid("file", "A file was sent without a name.");
        var taken = await intake.TakeAsync(tenant.Id, fileName, content, maxBytes, cancellationToken);
        if (!taken.Succeeded)
            return taken.Error;
        batch.Recordings.Add(taken.Value);
        return null;
    }

    private async Task<Error?> TakeTextAsync(SourceBatch batch, UploadPart part, CancellationToken cancellationToken)
    {
        var text = await TranscriptFiles.ReadTextAsync(part.FileName ?? part.Name, part.Content, limits.Value.MaxTranscriptBytes, cancellationToken);
        if (!text.Succeeded)
            return text.Error;
        if (part.FileName is { } fileName)
            return TranscriptFiles.AddTo(batch.Transcripts, fileName, text.Value);
        if (part.Name != "transcript")
            return Error.Invalid(part.Name, $"The form field '{part.Name}' is not known here; files go into file, the text of one file into transcript.");
        batch.LoneTranscript = text.Value;
        return null;
    }

    private async Task<Result<DatasetDetails>> AddAsync(
        IDatasetGrain dataset, DatasetDetails before, SourceBatch batch, IReadOnlyDictionary<string, string> texts, List<SourceId> added)
    {
        Result<DatasetDetails> now = before;
        foreach (var recording in batch.Recordings)
        {
            var source = Draft(recording, texts.GetValueOrDefault(recording.FileName));
            now = await dataset.AddSourceAsync(source);
            if (!now.Succeeded)
                return now;
            added.Add(source.Id);
        }
        var older = before.Sources.Where(source => texts.ContainsKey(source.FileName)).ToDictionary(source => source.FileName, source => texts[source.FileName]);
        return older.Count == 0 ? now : await dataset.AttachTranscriptsAsync(older);
    }

    private SourceDraft Draft(StoredAudio recording, string? transcript) => new(
        SourceId.New(time.GetUtcNow()),
        recording.Blob.Id,
        recording.FileName,
        recording.Blob.Bytes,
        recording.Format.Seconds,
        recording.Format.SampleRate,
        recording.Format.Channels,
        transcript);

    private async Task<long> MaxSourceBytesAsync()
    {
        var profile = await grains.Tenant.GetAsync();
        var plan = PlanCatalogue.Find(profile?.Plan ?? string.Empty);
        return (plan.Value ?? PlanCatalogue.Free).MaxSourceBytes;
    }

    private async Task TakeBackAsync(IDatasetGrain dataset, SourceBatch batch, List<SourceId> added)
    {
        foreach (var source in added)
            await dataset.RemoveSourceAsync(source);
        foreach (var recording in batch.Recordings)
            await blobs.DeleteAsync(tenant.Id, recording.Blob.Id, CancellationToken.None);
    }
}
