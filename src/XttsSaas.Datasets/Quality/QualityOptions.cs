namespace XttsSaas.Datasets.Quality;

/// <summary>What a clip must keep to go into a dataset.</summary>
public sealed record QualityOptions
{
    public double MinSeconds { get; init; } = 0.5;

    /// <summary>The model's longest clip.</summary>
    public double MaxSeconds { get; init; } = 11.6;

    /// <summary>Share of samples at full scale.</summary>
    public double MaxClippedShare { get; init; } = 0.001;

    public double MinRmsDbfs { get; init; } = -45;

    public double MinSnrDb { get; init; } = 6;

    /// <summary>Letters and digits per second of clip, in alphabetic scripts; a third of both for Chinese, Japanese and Korean.</summary>
    public double MinCharactersPerSecond { get; init; } = 3.5;

    public double MaxCharactersPerSecond { get; init; } = 28;

    public double MinConfidence { get; init; } = 0.3;

    /// <summary>Every fault of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        Require(MinSeconds is >= 0 and <= 60, nameof(MinSeconds), MinSeconds, "0–60", faults);
        Require(MaxSeconds > MinSeconds && MaxSeconds <= 60, nameof(MaxSeconds), MaxSeconds, $"more than MinSeconds ({MinSeconds}), at most 60", faults);
        Require(MaxClippedShare is >= 0 and <= 1, nameof(MaxClippedShare), MaxClippedShare, "0–1", faults);
        Require(MinRmsDbfs is >= -100 and <= 0, nameof(MinRmsDbfs), MinRmsDbfs, "-100–0", faults);
        Require(MinSnrDb is >= 0 and <= 60, nameof(MinSnrDb), MinSnrDb, "0–60", faults);
        Require(MinCharactersPerSecond is >= 0 and <= 50, nameof(MinCharactersPerSecond), MinCharactersPerSecond, "0–50", faults);
        Require(MaxCharactersPerSecond > MinCharactersPerSecond && MaxCharactersPerSecond <= 100, nameof(MaxCharactersPerSecond), MaxCharactersPerSecond, $"more than MinCharactersPerSecond ({MinCharactersPerSecond}), at most 100", faults);
        Require(MinConfidence is >= 0 and <= 1, nameof(MinConfidence), MinConfidence, "0–1", faults);
        return faults;
    }

    private static void Require(bool holds, string name, double value, string range, List<string> faults)
    {
        if (!holds)
            faults.Add($"Quality:{name} is {value}; must be {range}");
    }
}
