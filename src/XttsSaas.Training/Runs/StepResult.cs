using XttsSaas.Training.Optimization;

namespace XttsSaas.Training.Runs;

/// <summary>What one optimiser step gave.</summary>
/// <param name="Losses">Means over its micro-batches, before the update.</param>
/// <param name="LearningRate">The rate that was used.</param>
/// <param name="GradNorm">L2 norm of all gradients before clipping.</param>
/// <param name="TokensPerSecond">Scored tokens per second of wall time.</param>
/// <param name="Accepted">False when a loss or gradient was not finite and the weights were left as they were.</param>
public sealed record StepResult(StepLosses Losses, double LearningRate, double GradNorm, double TokensPerSecond, bool Accepted)
{
    /// <summary>The loss scale from now on; null in a run that has none.</summary>
    public LossScale? LossScale { get; init; }

    /// <summary>Whether the step was skipped because the loss was scaled too high: that is how the scale is found, and no sign of divergence.</summary>
    public bool Overflowed { get; init; }
}
