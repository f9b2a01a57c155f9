using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>The held-out clips were scored. Losses as in <see cref="StepEvent"/>, weighted by tokens over all clips.</summary>
/// <param name="Step">Optimiser steps done when the clips were scored; 0 is the base model.</param>
/// <param name="LossText">Cross entropy per text token.</param>
/// <param name="LossMel">Cross entropy per audio code.</param>
/// <param name="Loss">The weighted total.</param>
/// <param name="Best">Whether this is the lowest total so far.</param>
public sealed record ValidationEvent(int Step, double LossText, double LossMel, double Loss, bool Best) : WorkerEvent
{
    public const string TypeName = "validation";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
