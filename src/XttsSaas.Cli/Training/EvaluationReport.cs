using XttsSaas.Training.Judging;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Cli.Training;

/// <summary>
/// The weights with the lowest loss and the base model on the held-out clips, in nats, and how the chosen weights sound beside the base
/// model; null where there are no such clips.
/// </summary>
internal sealed record EvaluationReport(int Clips, double? LossText, double? LossMel, double? Loss, double? BaseLoss, SoundVerdict? Sound)
{
    public static EvaluationReport Of(int clips, LossHistory losses, SoundVerdict? sound) => new(
        clips, losses.BestValidation?.LossText, losses.BestValidation?.LossMel, losses.BestValidation?.Loss, losses.BaseValidation?.Loss, sound);
}
