namespace XttsSaas.Xtts.Signal;

/// <summary>A mel spectrogram; <paramref name="Values"/> is row-major [mels, frames].</summary>
public sealed record MelSpectrogram(float[] Values, int Mels, int Frames);
