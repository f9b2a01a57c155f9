namespace XttsSaas.Abstractions.Datasets;

/// <summary>A dataset as its owner sees it; segments are read page by page from the segment store.</summary>
[GenerateSerializer, Immutable, Alias("DatasetDetails")]
public sealed record DatasetDetails(
    DatasetId Id,
    string Name,
    string Language,
    DatasetState State,
    Error? Failure,
    JobProgress? Progress,
    IReadOnlyList<SourceDraft> Sources,
    SegmentationOptions Segmentation,
    int Segments,
    int AcceptedSegments,
    double AcceptedSeconds,
    IReadOnlyList<DatasetBuild> Builds,
    DateTimeOffset CreatedAt);
