namespace Whisper.net;

/// <summary>A stretch of recognised text. The probabilities are 0 unless they were asked for.</summary>
public class SegmentData
{
    internal SegmentData(
        string text, TimeSpan start, TimeSpan end, float minProbability, float maxProbability, float probability, string language, WhisperToken[] tokens)
    {
        (Text, Start, End, Language, Tokens) = (text, start, end, language, tokens);
        (MinProbability, MaxProbability, Probability) = (minProbability, maxProbability, probability);
    }

    public string Text { get; }

    public TimeSpan Start { get; }

    public TimeSpan End { get; }

    public float MinProbability { get; }

    public float MaxProbability { get; }

    public float Probability { get; }

    public string Language { get; }

    public WhisperToken[] Tokens { get; }
}
