namespace Whisper.net;

/// <summary>A token of a segment. <see cref="Start"/> and <see cref="End"/> are in 10 ms, set where token timestamps were asked for.</summary>
public class WhisperToken
{
    public int Id { get; init; }

    public float Probability { get; init; }

    public float ProbabilityLog { get; init; }

    public long Start { get; init; }

    public long End { get; init; }

    public string? Text { get; init; }
}
