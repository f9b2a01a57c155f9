using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Datasets;

/// <summary>/v1/datasets/{dataset}/sources and /transcripts: recordings and the customer's own texts.</summary>
public static class SourceEndpoints
{
    private const string Source = $"{DatasetEndpoints.One}/sources/{{source:id(src)}}";

    public static void MapSources(this IEndpointRouteBuilder datasets)
    {
        datasets.MapPost($"{DatasetEndpoints.One}/sources", AddAsync).TakesFiles(datasets)
            .WithName("AddSources").WithSummary("Upload recordings, with their transcripts if there are any.")
            .WithDescription("Parts with a file name are recordings, except .txt (the text of the recording of the same name) and metadata.csv (name|text per line). A field named transcript is the text of the one recording in the request. One bad file refuses the whole request and nothing is stored.");
        datasets.MapDelete(Source, RemoveAsync).WithName("RemoveSource").WithSummary("Remove a recording and its segments.");
        datasets.MapGet($"{Source}/audio", GetAudioAsync).WithName("GetSourceAudio").WithSummary("Get a recording as it was uploaded.");
        datasets.MapPost($"{DatasetEndpoints.One}/transcripts", AttachAsync).WithName("AttachTranscripts").WithSummary("Attach transcripts to recordings by file name.");
    }

    private static async Task<Results<Ok<DatasetResponse>, ProblemResult>> AddAsync(
        DatasetId dataset, HttpRequest request, SourceUpload upload, CancellationToken cancellationToken) =>
        MultipartUpload.Check(request) ?? (await upload.RunAsync(dataset, request, cancellationToken)).ToOk(DatasetResponse.Of);

    private static async Task<Results<Ok<DatasetResponse>, ProblemResult>> RemoveAsync(DatasetId dataset, SourceId source, TenantGrains grains) =>
        (await grains.Dataset(dataset).RemoveSourceAsync(source)).ToOk(DatasetResponse.Of);

    private static async Task<Results<FileStreamHttpResult, ProblemResult>> GetAudioAsync(
        DatasetId dataset, SourceId source, CurrentTenant tenant, TenantGrains grains, IBlobStore blobs, CancellationToken cancellationToken)
    {
        var found = (await grains.Dataset(dataset).GetAsync())?.Sources.FirstOrDefault(s => s.Id == source);
        return found is null
            ? new ProblemResult(Error.NotFound("recording"))
            : await blobs.SendAudioAsync(tenant.Id, found.Blob, AudioResponses.ContentType(found.FileName), found.FileName, cancellationToken);
    }

    private static async Task<Results<Ok<DatasetResponse>, ProblemResult>> AttachAsync(DatasetId dataset, TranscriptsRequest body, TenantGrains grains)
    {
        var grain = grains.Dataset(dataset);
        if (await grain.GetAsync() is not { } details)
            return new ProblemResult(Error.NotFound(DatasetEndpoints.Thing));
        var texts = new TranscriptSet();
        foreach (var (name, text) in body.Transcripts ?? new Dictionary<string, string?>())
        {
            if (texts.Add(name, text ?? string.Empty) is { } wrong)
                return new ProblemResult(wrong);
        }
        if (texts.IsEmpty)
            return new ProblemResult(Error.Invalid("transcripts", "Send {\"transcripts\": {\"file name\": \"text\"}} with at least one entry."));
        var matched = texts.Match([.. details.Sources.Select(source => source.FileName)]);
        return matched.Succeeded
            ? (await grain.AttachTranscriptsAsync(matched.Value)).ToOk(DatasetResponse.Of)
            : new ProblemResult(matched.Error);
    }
}
