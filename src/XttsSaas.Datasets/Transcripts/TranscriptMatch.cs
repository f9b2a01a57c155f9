namespace XttsSaas.Datasets.Transcripts;

/// <summary>Texts by the uploaded recordings' names, and every transcript that fits none or several.</summary>
public sealed record TranscriptMatch(IReadOnlyDictionary<string, string> TextByRecording, IReadOnlyList<TranscriptFault> Faults);
