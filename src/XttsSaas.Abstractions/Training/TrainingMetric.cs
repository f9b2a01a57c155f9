namespace XttsSaas.Abstractions.Training;

/// <summary>One point of a session's curves. Losses are mean cross entropy in nats; null where not measured.</summary>
[GenerateSerializer, Immutable, Alias("TrainingMetric")]
public sealed record TrainingMetric(
    int Step,
    bool Validation,
    double? LossText,
    double? LossMel,
    double Loss,
    double? LearningRate,
    double? TokensPerSecond,
    double? MemoryMb,
    DateTimeOffset At);
