namespace Whisper.net;

/// <summary>A stretch of recognised text. The probabilities are 0 unless they were asked for.</summary>
public class SegmentData(
    string text, TimeSpan start, TimeSpan end, float minProbability, float maxProbability, float probability, string language, WhisperToken[] tokens)
{
    public string Text { get; } = text;

    public TimeSpan Start { get; } = start;

    public TimeSpan End { get; } = end;

    public float MinProbability { get; } = minProbability;

    public float MaxProbability { get; } = maxProbability;

    public float Probability { get; } = probability;

    public string Language { get; } = language;

    public WhisperToken[] Tokens { get; } = tokens;
}
