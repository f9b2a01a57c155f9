namespace XttsSaas.Abstractions.Training;

/// <summary>The artefact a finished worker left: a checkpoint folder relative to the model store's root.</summary>
[GenerateSerializer, Immutable, Alias("TrainingResult")]
public sealed record TrainingResult(int Steps, int BestStep, string Checkpoint, string CheckpointSha256);
