namespace XttsSaas.Abstractions.Training;

/// <summary>What a worker told since the last report, in order.</summary>
[GenerateSerializer, Immutable, Alias("WorkerReport")]
public sealed record WorkerReport(
    LeaseId Lease,
    int Step,
    int TotalSteps,
    double? SecondsLeft,
    IReadOnlyList<TrainingMetric> Metrics,
    IReadOnlyList<TrainingCheckpoint> Checkpoints,
    IReadOnlyList<CheckpointSound>? Sounds = null);
