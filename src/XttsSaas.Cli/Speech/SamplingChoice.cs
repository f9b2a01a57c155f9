using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Cli.Speech;

/// <summary>What was chosen; null leaves it to the model.</summary>
internal sealed record SamplingChoice(double? Temperature, int? TopK, double? TopP, double? RepetitionPenalty, long Seed, double Speed)
{
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public SamplingOptions For(XttsConfig config)
    {
        var own = SamplingOptions.Of(config);
        return (own with
        {
            Temperature = Temperature ?? own.Temperature,
            TopK = TopK ?? own.TopK,
            TopP = TopP ?? own.TopP,
            RepetitionPenalty = RepetitionPenalty ?? own.RepetitionPenalty,
            Seed = Seed,
            Speed = Speed,
        }).Validated();
    }
}
