using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Persistence.Model;

/// <summary>One segment of a dataset.</summary>
internal sealed class SegmentRow
{
    public required TenantId TenantId { get; init; }

    public required DatasetId DatasetId { get; init; }

    public required SegmentId Id { get; init; }

    public required SourceId SourceId { get; init; }

    public int Index { get; set; }

    /// <summary>Source and index as one text that sorts like both: what pages are cut by.</summary>
    public required string Position { get; set; }

    public double StartSeconds { get; set; }

    public double EndSeconds { get; set; }

    public BlobId BlobId { get; set; }

    public required string Text { get; set; }

    public double Confidence { get; set; }

    public SegmentVerdict Verdict { get; set; }

    /// <summary>Broken quality rules, one per line.</summary>
    public required string Reasons { get; set; }
}
