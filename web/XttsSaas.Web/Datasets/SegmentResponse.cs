using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>A clip with its text; its audio is at <c>/v1/datasets/{dataset}/segments/{id}/audio</c>.</summary>
public sealed record SegmentResponse(
    SegmentId Id,
    SourceId Source,
    int Index,
    double StartSeconds,
    double EndSeconds,
    double Seconds,
    string Text,
    double Confidence,
    SegmentVerdict Verdict,
    IReadOnlyList<string> Reasons)
{
    public static SegmentResponse Of(Segment segment) => new(
        segment.Id,
        segment.Source,
        segment.Index,
        segment.StartSeconds,
        segment.EndSeconds,
        segment.Seconds,
        segment.Text,
        segment.Confidence,
        segment.Verdict,
        segment.Reasons);
}
