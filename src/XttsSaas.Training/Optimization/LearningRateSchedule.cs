using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Optimization;

/// <summary>
/// The learning rate of every step: a linear warm-up, then constant, half a cosine
/// (Loshchilov and Hutter 2017, equation 5 without restarts), or a drop by a factor every so many steps.
/// </summary>
public sealed class LearningRateSchedule(
    ScheduleKind kind, double peak, int warmupSteps, int totalSteps, double finalRatio, int decayEvery = 0, double decayFactor = 1)
{
    /// <summary>The rate of <paramref name="step"/>, counted from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not within 1 … total steps.</exception>
    public double At(int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, totalSteps);
        if (step <= warmupSteps)
            return peak * step / warmupSteps;
        return peak * kind switch
        {
            ScheduleKind.Cosine => Cosine((step - warmupSteps) / (double)(totalSteps - warmupSteps)),
            ScheduleKind.Step => Math.Pow(decayFactor, (step - warmupSteps - 1) / decayEvery),
            _ => 1,
        };
    }

    private double Cosine(double progress) => finalRatio + ((1 - finalRatio) * (0.5 * (1 + Math.Cos(Math.PI * progress))));
}
