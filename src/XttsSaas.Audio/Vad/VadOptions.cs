namespace XttsSaas.Audio.Vad;

/// <summary>How speech is told from silence. Seconds throughout.</summary>
public sealed record VadOptions
{
    /// <summary>Speech begins at this probability; it ends <see cref="Hysteresis"/> below it.</summary>
    public double Threshold { get; init; } = 0.5;

    public double Hysteresis { get; init; } = 0.15;

    /// <summary>Shorter bursts are clicks, not speech.</summary>
    public double MinSpeechSeconds { get; init; } = 0.1;

    /// <summary>Shorter silences are part of the speech around them.</summary>
    public double MinSilenceSeconds { get; init; } = 0.25;

    /// <summary>Added on both sides of a region, because the detector reacts a little late.</summary>
    public double PaddingSeconds { get; init; } = 0.03;

    /// <summary>Every fault of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        Require(Threshold is >= 0.05 and <= 0.95, nameof(Threshold), Threshold, "0.05–0.95", faults);
        Require(Hysteresis is >= 0 and <= 0.5, nameof(Hysteresis), Hysteresis, "0–0.5", faults);
        Require(MinSpeechSeconds is >= 0 and <= 5, nameof(MinSpeechSeconds), MinSpeechSeconds, "0–5", faults);
        Require(MinSilenceSeconds is >= 0.03 and <= 5, nameof(MinSilenceSeconds), MinSilenceSeconds, "0.03–5", faults);
        Require(PaddingSeconds is >= 0 and <= 1, nameof(PaddingSeconds), PaddingSeconds, "0–1", faults);
        return faults;
    }

    private static void Require(bool holds, string name, double value, string range, List<string> faults)
    {
        if (!holds)
            faults.Add($"Vad:{name} is {value}; must be {range}");
    }
}
