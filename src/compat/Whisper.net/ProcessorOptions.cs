namespace Whisper.net;

/// <summary>What a builder has gathered. A null or empty language is detected.</summary>
internal sealed record ProcessorOptions
{
    /// <summary>0: whisper.cpp's default.</summary>
    public int Threads { get; init; }

    public string? Language { get; init; } = "en";

    public string? Prompt { get; init; }

    public float? Temperature { get; init; }

    public float? TemperatureIncrement { get; init; }

    public int MaxSegmentLength { get; init; }

    public int MaxTokensPerSegment { get; init; }

    public bool Translate { get; init; }

    public bool SingleSegment { get; init; }

    public bool TokenTimestamps { get; init; }

    public bool Probabilities { get; init; }
}
