using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Sampling;

/// <summary>
/// How codes are drawn; the defaults are those of the XTTS v2 inference call. The same seed gives the same audio.
/// </summary>
/// <param name="Temperature">Above 0; lower is more careful.</param>
/// <param name="TopK">Keep the k best codes; 0 keeps all.</param>
/// <param name="TopP">Keep the smallest set with this probability, 0–1.</param>
/// <param name="RepetitionPenalty">Above 0; 1 is none.</param>
/// <param name="Seed">Of the random draws.</param>
/// <param name="Speed">1 is natural, 2 twice as fast; at least 0.05.</param>
/// <param name="DoSample">False takes the best code after the repetition penalty alone.</param>
/// <param name="MinCodes">The stop code is not chosen among the first codes of this number.</param>
public sealed record SamplingOptions(
    double Temperature = 0.75,
    int TopK = 50,
    double TopP = 0.85,
    double RepetitionPenalty = 10.0,
    long Seed = 0,
    double Speed = 1.0,
    bool DoSample = true,
    int MinCodes = 0)
{
    /// <summary>A model's own settings.</summary>
    public static SamplingOptions Of(XttsConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new SamplingOptions(config.Temperature, config.TopK, config.TopP, config.RepetitionPenalty);
    }

    /// <summary>This, or an exception that names every value out of range.</summary>
    public SamplingOptions Validated()
    {
        List<string> faults = [];
        if (!(Temperature > 0))
            faults.Add($"temperature is {Temperature}; must be above 0");
        if (TopK < 0)
            faults.Add($"top-k is {TopK}; must be 0 or more");
        if (!(TopP is > 0 and <= 1))
            faults.Add($"top-p is {TopP}; must be above 0 and at most 1");
        if (!(RepetitionPenalty > 0))
            faults.Add($"repetition penalty is {RepetitionPenalty}; must be above 0");
        if (!(Speed > 0))
            faults.Add($"speed is {Speed}; must be above 0");
        if (MinCodes < 0)
            faults.Add($"the least number of codes is {MinCodes}; must be 0 or more");
        return faults.Count == 0 ? this : throw new ArgumentException($"The sampling options are not valid: {string.Join("; ", faults)}.");
    }
}
