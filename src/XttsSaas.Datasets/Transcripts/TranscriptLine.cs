namespace XttsSaas.Datasets.Transcripts;

/// <summary>A text for a recording. <paramref name="Origin"/> says where it stood: "metadata.csv line 3".</summary>
public sealed record TranscriptLine(string FileName, string Text, string Origin);
