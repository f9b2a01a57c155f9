using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Data;

/// <summary>The usable clips of a data set.</summary>
/// <param name="Training">At least one.</param>
/// <param name="Validation">May be empty; the newest weights then count as the best.</param>
/// <param name="Dropped">What broke a rule, of both splits.</param>
public sealed record TrainingData(
    IReadOnlyList<TrainingClip> Training,
    IReadOnlyList<TrainingClip> Validation,
    IReadOnlyList<DroppedClip> Dropped);
