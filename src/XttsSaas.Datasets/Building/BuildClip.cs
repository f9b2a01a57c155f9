namespace XttsSaas.Datasets.Building;

/// <summary>An accepted clip: a 22,050 Hz mono PCM16 WAV file, its text, and the recording it was cut from.</summary>
public sealed record BuildClip(string WavPath, string Text, string Source);
