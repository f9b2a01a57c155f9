using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>A dataset; its segments are read page by page from <c>/v1/datasets/{dataset}/segments</c>.</summary>
public sealed record DatasetResponse(
    DatasetId Id,
    string Name,
    string Language,
    DatasetState State,
    FailureResponse? Failure,
    JobProgress? Progress,
    IReadOnlyList<SourceResponse> Sources,
    SegmentationOptions Segmentation,
    int Segments,
    int AcceptedSegments,
    double AcceptedSeconds,
    IReadOnlyList<BuildResponse> Builds,
    DateTimeOffset CreatedAt)
{
    public static DatasetResponse Of(DatasetDetails dataset) => new(
        dataset.Id,
        dataset.Name,
        dataset.Language,
        dataset.State,
        FailureResponse.Of(dataset.Failure),
        dataset.Progress,
        [.. dataset.Sources.Select(SourceResponse.Of)],
        dataset.Segmentation,
        dataset.Segments,
        dataset.AcceptedSegments,
        dataset.AcceptedSeconds,
        [.. dataset.Builds.Select(BuildResponse.Of)],
        dataset.CreatedAt);
}
