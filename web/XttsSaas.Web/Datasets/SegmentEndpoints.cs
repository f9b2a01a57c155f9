using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Datasets;

/// <summary>/v1/datasets/{dataset}/segments: review of the clips.</summary>
public static class SegmentEndpoints
{
    private const string Segments = $"{DatasetEndpoints.One}/segments";
    private const string One = $"{Segments}/{{segment:id(seg)}}";

    public static void MapSegments(this IEndpointRouteBuilder datasets)
    {
        datasets.MapGet(Segments, ListAsync).WithName("ListSegments").WithSummary("List the segments in the order of the recordings.");
        datasets.MapPatch(One, EditAsync).WithName("EditSegment").WithSummary("Change a segment's text or verdict.");
        datasets.MapGet($"{One}/audio", GetAudioAsync).WithName("GetSegmentAudio").WithSummary("Get a segment's audio: 22,050 Hz mono WAV, with range support.");
    }

    private static async Task<Results<Ok<Page<SegmentResponse>>, ProblemResult>> ListAsync(
        DatasetId dataset,
        [AsParameters] PageQuery page,
        CurrentTenant tenant,
        TenantGrains grains,
        ISegmentStore segments,
        CancellationToken cancellationToken)
    {
        if (page.Check() is { } wrong)
            return new ProblemResult(wrong);
        SegmentId? after = null;
        if (page.After is { } cursor)
        {
            if (!SegmentId.TryParse(cursor, null, out var parsed))
                return new ProblemResult(Error.Invalid("after", "after must be the next value of an earlier page."));
            after = parsed;
        }
        if (await grains.Dataset(dataset).GetAsync() is null)
            return new ProblemResult(Error.NotFound(DatasetEndpoints.Thing));
        var rows = await segments.ListAsync(tenant.Id, dataset, after, page.Take, cancellationToken);
        return TypedResults.Ok(Page.Of(rows, page, row => row.Id.Value, SegmentResponse.Of));
    }

    private static async Task<Results<Ok<SegmentResponse>, ProblemResult>> EditAsync(
        DatasetId dataset, SegmentId segment, SegmentEditRequest body, TenantGrains grains) =>
        (await grains.Dataset(dataset).EditSegmentAsync(segment, new SegmentEdit(body.Text, body.Verdict))).ToOk(SegmentResponse.Of);

    private static async Task<Results<FileStreamHttpResult, ProblemResult>> GetAudioAsync(
        DatasetId dataset, SegmentId segment, CurrentTenant tenant, ISegmentStore segments, IBlobStore blobs, CancellationToken cancellationToken)
    {
        var found = await segments.FindAsync(tenant.Id, dataset, segment, cancellationToken);
        return found is null
            ? new ProblemResult(Error.NotFound("segment"))
            : await blobs.SendAudioAsync(tenant.Id, found.Blob, "audio/wav", $"{segment}.wav", cancellationToken);
    }
}
