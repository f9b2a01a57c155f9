namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// The segments, and what found no counterpart: <paramref name="UnmatchedText"/> was probably not spoken,
/// <paramref name="UnmatchedSeconds"/> of speech have no text.
/// </summary>
public sealed record TranscriptAlignment(
    IReadOnlyList<AlignedSegment> Segments, IReadOnlyList<string> UnmatchedText, double UnmatchedSeconds);
