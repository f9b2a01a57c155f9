using XttsSaas.Audio;
using XttsSaas.Audio.Loudness;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>
/// A clip of a recording, written as 22,050 Hz mono PCM16 WAV at <paramref name="Path"/>. <paramref name="Text"/> is
/// its part of the customer's transcript, null where there was none; <paramref name="Confidence"/> of it is 0–1.
/// </summary>
public sealed record SourceClip(int Index, TimeRange Range, string Path, string? Text, double Confidence, LoudnessReport Loudness);
