namespace XttsSaas.Training.Pretraining;

/// <summary>Mean duration of the recent steps.</summary>
internal sealed class StageMeter(TimeProvider time)
{
    private const double Smoothing = 0.95;
    private double sum;
    private double weight;

    /// <summary>Seconds per step; 0 before the first.</summary>
    public double Seconds => weight > 0 ? sum / weight : 0;

    /// <summary>Runs one step and counts its time.</summary>
    public T Time<T>(Func<T> step)
    {
        var started = time.GetTimestamp();
        var result = step();
        sum = (Smoothing * sum) + ((1 - Smoothing) * time.GetElapsedTime(started).TotalSeconds);
        weight = (Smoothing * weight) + (1 - Smoothing);
        return result;
    }
}
