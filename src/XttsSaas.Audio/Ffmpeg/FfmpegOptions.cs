namespace XttsSaas.Audio.Ffmpeg;

/// <summary>Where ffmpeg is and how much of this machine one recording may take.</summary>
public sealed record FfmpegOptions
{
    public string FfmpegPath { get; init; } = "ffmpeg";

    public string FfprobePath { get; init; } = "ffprobe";

    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest recording that is accepted.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Every fault of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(FfmpegPath))
            faults.Add("Audio:FfmpegPath is empty; must be a command or a path");
        if (string.IsNullOrWhiteSpace(FfprobePath))
            faults.Add("Audio:FfprobePath is empty; must be a command or a path");
        Require(ProbeTimeout, TimeSpan.FromHours(1), nameof(ProbeTimeout), faults);
        Require(DecodeTimeout, TimeSpan.FromDays(1), nameof(DecodeTimeout), faults);
        Require(MaxDuration, TimeSpan.FromDays(2), nameof(MaxDuration), faults);
        return faults;
    }

    private static void Require(TimeSpan value, TimeSpan most, string name, List<string> faults)
    {
        if (value <= TimeSpan.Zero || value > most)
            faults.Add($"Audio:{name} is {value}; must be more than 0 and at most {most}");
    }
}
