namespace Whisper.net;

/// <summary>A token of a segment. <see cref="Start"/> and <see cref="End"/> are in 10 ms, set where token timestamps were asked for.</summary>
public class WhisperToken
{
    public int Id;
    public float Probability;
    public float ProbabilityLog;
    public long Start;
    public long End;
    public string? Text;
}
