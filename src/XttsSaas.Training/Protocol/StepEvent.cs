using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>One optimiser step was done. Losses are means over the step's micro-batches, in nats.</summary>
/// <param name="Step">1 for the first step of the run.</param>
/// <param name="LossText">Cross entropy per text token.</param>
/// <param name="LossMel">Cross entropy per audio code.</param>
/// <param name="Loss">The weighted total that is minimised.</param>
/// <param name="SmoothedLoss">Exponential moving average of <paramref name="Loss"/>, bias-corrected.</param>
/// <param name="LearningRate">The rate used by this step.</param>
/// <param name="GradNorm">L2 norm over all gradients before clipping.</param>
/// <param name="TokensPerSecond">Text tokens and audio codes per second of wall time, this step.</param>
/// <param name="EtaSeconds">Estimated seconds until the last step.</param>
/// <param name="MemoryMb">Peak resident memory of the process, MiB.</param>
public sealed record StepEvent(
    int Step,
    double LossText,
    double LossMel,
    double Loss,
    double SmoothedLoss,
    double LearningRate,
    double GradNorm,
    double TokensPerSecond,
    double EtaSeconds,
    double MemoryMb) : WorkerEvent
{
    public const string TypeName = "step";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
