namespace XttsSaas.Training.Configuration;

/// <summary>Which clips are trained on; the defaults are the reference's.</summary>
public sealed record ClipLimits
{
    /// <summary>Shortest clip in seconds.</summary>
    public double MinSeconds { get; init; } = 0.5;

    /// <summary>Longest clip in samples at 22,050 Hz (255,995 = 11.61 s).</summary>
    public int MaxSamples { get; init; } = 255_995;

    /// <summary>Most text tokens, the language tag included, start and stop not.</summary>
    public int MaxTextTokens { get; init; } = 200;
}
