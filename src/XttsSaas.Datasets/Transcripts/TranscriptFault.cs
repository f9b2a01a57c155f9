namespace XttsSaas.Datasets.Transcripts;

/// <summary>What is wrong with a customer's transcripts; <paramref name="Message"/> names the file and the line.</summary>
public sealed record TranscriptFault(TranscriptFaultKind Kind, string Message);
