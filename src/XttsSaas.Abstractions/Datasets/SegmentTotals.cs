namespace XttsSaas.Abstractions.Datasets;

/// <summary>Counts over a dataset's segments.</summary>
[GenerateSerializer, Immutable, Alias("SegmentTotals")]
public sealed record SegmentTotals(int Segments, int Accepted, double AcceptedSeconds);
