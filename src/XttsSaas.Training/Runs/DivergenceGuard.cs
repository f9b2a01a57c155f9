using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Runs;

/// <summary>
/// Tells when a run is lost: single steps whose loss or gradients are not finite are skipped, but not several in a row, and
/// the smoothed loss may wander, but not far above its best. Everything it knows is in the run's state, so a resumed run
/// judges the same.
/// </summary>
public sealed class DivergenceGuard(TrainingConfig config)
{
    /// <summary>Bad steps in a row that mean divergence.</summary>
    public const int BadStepsLimit = 5;

    // Within fewer steps a jump may be no more than the noise of single losses.
    private static readonly double TrustedWeight = LossAverage.WeightAfter(10);

    /// <summary>Why the run has diverged; null when it has not.</summary>
    public string? Cause(RunState state)
    {
        if (state.BadSteps >= BadStepsLimit)
            return $"the loss or its gradients were not finite in {state.BadSteps} steps in a row up to step {state.Step}";
        return state.LossAverageWeight >= TrustedWeight && Rise(state) > Allowed(state)
            ? FormattableString.Invariant($"the smoothed loss of step {state.Step} is {state.SmoothedLoss:0.000}, far above its best of {state.BestSmoothedLoss:0.000}")
            : null;
    }

    /// <summary>Whether a checkpoint of this state is worth going back to: nothing was skipped just now, and the loss is not half way to divergence.</summary>
    public bool IsHealthy(RunState state) =>
        state.BadSteps == 0 && !(Rise(state) > Allowed(state) / 2);

    private static double Rise(RunState state) => state.SmoothedLoss - (state.BestSmoothedLoss ?? double.PositiveInfinity);

    // A loss near zero doubles with every mood of the data; the rise is therefore measured against one nat at least.
    private double Allowed(RunState state) => config.DivergenceFactor == 0
        ? double.PositiveInfinity
        : (config.DivergenceFactor - 1) * Math.Max(state.BestSmoothedLoss ?? 0, 1);
}
