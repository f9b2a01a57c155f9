using XttsSaas.Audio;

namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// A stretch of a recording with its part of the text. <paramref name="Confidence"/> is 0–1: how well the text's
/// length fits the time it took, lowered where the text was cut inside a sentence.
/// </summary>
public sealed record AlignedSegment(TimeRange Range, string Text, double Confidence);
