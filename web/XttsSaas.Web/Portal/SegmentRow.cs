using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Portal;

/// <summary>One line of the review table.</summary>
public sealed record SegmentRow(DatasetId Dataset, Segment Segment);
