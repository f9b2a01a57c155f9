namespace XttsSaas.Transcription;

/// <summary>A clip to transcribe. <paramref name="Key"/> names it within one job and stays the same when the job is started again.</summary>
public sealed record ClipAudio(string Key, string Path);
