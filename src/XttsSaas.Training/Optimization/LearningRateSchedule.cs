using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Optimization;

/// <summary>
/// The learning rate of every step: a linear warm-up, then constant or half a cosine
/// (Loshchilov and Hutter 2017, equation 5 without restarts).
/// </summary>
public sealed class LearningRateSchedule(
    ScheduleKind kind, double peak, int warmupSteps, int totalSteps, double finalRatio)
{
    /// <summary>The rate of <paramref name="step"/>, counted from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not within 1 … total steps.</exception>
    public double At(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, totalSteps);
        if (step <= warmupSteps)
            return peak * step / warmupSteps;
        if (kind == ScheduleKind.Constant)
            return peak;

        var progress = (step - warmupSteps) / (double)(totalSteps - warmupSteps);
        var cosine = 0.5 * (1 + Math.Cos(Math.PI * progress));
        return peak * (finalRatio + ((1 - finalRatio) * cosine));
    }
}
