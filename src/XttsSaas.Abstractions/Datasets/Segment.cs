namespace XttsSaas.Abstractions.Datasets;

/// <summary>
/// A clip of a source, [StartSeconds, EndSeconds) within it. <paramref name="Blob"/> is 22,050 Hz mono PCM16 WAV.
/// <paramref name="Reasons"/> are the quality rules it broke; a person's decision overrules them.
/// </summary>
[GenerateSerializer, Immutable, Alias("Segment")]
public sealed record Segment(
    SegmentId Id,
    SourceId Source,
    int Index,
    double StartSeconds,
    double EndSeconds,
    BlobId Blob,
    string Text,
    double Confidence,
    SegmentVerdict Verdict,
    IReadOnlyList<string> Reasons)
{
    public double Seconds => EndSeconds - StartSeconds;
}
