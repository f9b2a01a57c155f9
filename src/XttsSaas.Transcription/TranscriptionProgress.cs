namespace XttsSaas.Transcription;

/// <summary>How many clips of a job are transcribed and saved.</summary>
public sealed record TranscriptionProgress(int Done, int Total);
