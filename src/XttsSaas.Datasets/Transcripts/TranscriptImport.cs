namespace XttsSaas.Datasets.Transcripts;

/// <summary>What was read from transcript files, and every fault in them.</summary>
public sealed record TranscriptImport(IReadOnlyList<TranscriptLine> Lines, IReadOnlyList<TranscriptFault> Faults);
