namespace XttsSaas.Transcription.Models;

/// <summary>An installed ggml model.</summary>
public sealed record WhisperModel(string Name, string Path, long Bytes);
