namespace XttsSaas.Training.Runs;

/// <summary>Exponential moving average with bias correction, so that its first value is the first loss itself.</summary>
public sealed class LossAverage(double sum, double weight)
{
    private const double Decay = 0.9;

    /// <summary>The decayed sum, for the checkpoint.</summary>
    public double Sum { get; private set; } = sum;

    /// <summary>The weight that the sum has gathered, for the checkpoint.</summary>
    public double Weight { get; private set; } = weight;

    /// <summary>The weight of an average over <paramref name="losses"/> losses.</summary>
    public static double WeightAfter(int losses) => 1 - Math.Pow(Decay, losses);

    /// <summary>Takes in <paramref name="loss"/> and returns the average.</summary>
    public double Add(double loss)
    {
        Sum = (Decay * Sum) + ((1 - Decay) * loss);
        Weight = (Decay * Weight) + (1 - Decay);
        return Sum / Weight;
    }
}
