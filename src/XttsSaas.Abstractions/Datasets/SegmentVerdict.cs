namespace XttsSaas.Abstractions.Datasets;

/// <summary>Whether a segment goes into the next build.</summary>
public enum SegmentVerdict
{
    Accepted,
    Rejected,
}
