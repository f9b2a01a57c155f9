namespace XttsSaas.Inference.Measurement;

/// <summary>One stage of a synthesis.</summary>
/// <param name="Name">"load", "conditioning", "speaker embedding", "prefill", "decode", "vocoder".</param>
/// <param name="Runs">How long each run of the stage took: one run, or one for each decode step.</param>
/// <param name="Samples">Samples made so far, at the model's output rate.</param>
public sealed record MeasuredStage(string Name, IReadOnlyList<TimeSpan> Runs, int Samples = 0)
{
    public TimeSpan Total => TimeSpan.FromTicks(Runs.Sum(run => run.Ticks));

    public TimeSpan Median => Runs.Order().ElementAt(Runs.Count / 2);

    public TimeSpan Shortest => Runs.Min();
}
