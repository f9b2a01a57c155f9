namespace XttsSaas.Abstractions.Datasets;

/// <summary>A person's change to a segment; null leaves a field as it is.</summary>
[GenerateSerializer, Immutable, Alias("SegmentEdit")]
public sealed record SegmentEdit(string? Text, SegmentVerdict? Verdict);
