namespace XttsSaas.Abstractions.Training;

/// <summary>
/// The settings a customer chooses; everything else has the trainer's defaults.
/// Steps 1–100,000; batch 1–64; learning rate 1e-7–1e-1; rank 1–256; seed any.
/// </summary>
[GenerateSerializer, Immutable, Alias("TrainingSettings")]
public sealed record TrainingSettings(
    TrainingMode Mode = TrainingMode.Lora,
    int Steps = 200,
    int BatchSize = 4,
    double LearningRate = 1e-3,
    int LoraRank = 8,
    int CheckpointEvery = 20,
    int ValidateEvery = 20,
    int Seed = 1);
