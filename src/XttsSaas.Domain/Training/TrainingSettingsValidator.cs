using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Domain.Training;

/// <summary>The ranges of <see cref="TrainingSettings"/>; field names as the API writes them.</summary>
public static class TrainingSettingsValidator
{
    public const int MaxSteps = 100_000;

    /// <summary>Every fault, in the order of the fields.</summary>
    public static Faults Validate(TrainingSettings settings)
    {
        var faults = new Faults();
        faults.Require(Enum.IsDefined(settings.Mode), "mode", "mode must be lora or full.");
        faults.RequireRange(settings.Steps, 1, MaxSteps, "steps");
        faults.RequireRange(settings.BatchSize, 1, 64, "batchSize");
        faults.RequireRange(settings.LearningRate, 1e-7, 1e-1, "learningRate");
        faults.RequireRange(settings.LoraRank, 1, 256, "loraRank");
        faults.RequireRange(settings.CheckpointEvery, 1, MaxSteps, "checkpointEvery");
        faults.RequireRange(settings.ValidateEvery, 1, MaxSteps, "validateEvery");
        return faults;
    }
}
