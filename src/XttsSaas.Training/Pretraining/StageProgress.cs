namespace XttsSaas.Training.Pretraining;

/// <summary>What a stage reports while it runs.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Step">Step that just ended.</param>
/// <param name="Steps">Steps of the whole stage.</param>
/// <param name="Values">Losses of the step, or measures of a validation.</param>
/// <param name="Validation">Whether <paramref name="Values"/> come from held-out clips.</param>
/// <param name="LearningRate">Rate of the step.</param>
/// <param name="StepSeconds">Mean duration of the recent steps.</param>
public sealed record StageProgress(
    string Stage, int Step, int Steps, IReadOnlyDictionary<string, double> Values, bool Validation, double LearningRate, double StepSeconds)
{
    /// <summary>Seconds that the rest of the stage takes at this pace.</summary>
    public double RemainingSeconds => (Steps - Step) * StepSeconds;
}
