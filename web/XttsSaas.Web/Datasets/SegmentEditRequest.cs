using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>A person's change; what is left out stays as it is.</summary>
public sealed record SegmentEditRequest(string? Text, SegmentVerdict? Verdict);
