namespace XttsSaas.Audio.Segmentation;

/// <summary>How long segments should be. Seconds throughout.</summary>
public sealed record SegmenterOptions
{
    /// <summary>Segments shorter than this are made only where nothing can be merged with them.</summary>
    public double MinSeconds { get; init; } = 1;

    public double TargetSeconds { get; init; } = 6;

    /// <summary>No segment is longer, padding included.</summary>
    public double MaxSeconds { get; init; } = 11;

    /// <summary>Silence kept on both sides, as far as there is any.</summary>
    public double PaddingSeconds { get; init; } = 0.1;

    /// <summary>A longer pause always separates two segments.</summary>
    public double MaxPauseSeconds { get; init; } = 1.5;

    /// <summary>Every fault of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        Require(MinSeconds is > 0 and <= 30, nameof(MinSeconds), MinSeconds, "more than 0, at most 30", faults);
        Require(TargetSeconds >= MinSeconds && TargetSeconds <= MaxSeconds, nameof(TargetSeconds), TargetSeconds, $"from MinSeconds ({MinSeconds}) to MaxSeconds ({MaxSeconds})", faults);
        Require(MaxSeconds is >= 0.5 and <= 60 && MaxSeconds >= MinSeconds, nameof(MaxSeconds), MaxSeconds, $"0.5–60 and at least MinSeconds ({MinSeconds})", faults);
        Require(PaddingSeconds is >= 0 and <= 2, nameof(PaddingSeconds), PaddingSeconds, "0–2", faults);
        Require(MaxPauseSeconds is > 0 and <= 30, nameof(MaxPauseSeconds), MaxPauseSeconds, "more than 0, at most 30", faults);
        return faults;
    }

    private static void Require(bool holds, string name, double value, string range, List<string> faults)
    {
        if (!holds)
            faults.Add($"Segmentation:{name} is {value}; must be {range}");
    }
}
