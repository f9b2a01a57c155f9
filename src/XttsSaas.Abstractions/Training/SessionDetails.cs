namespace XttsSaas.Abstractions.Training;

/// <summary>A training session as its owner sees it; the curves are read from the metric store.</summary>
[GenerateSerializer, Immutable, Alias("SessionDetails")]
public sealed record SessionDetails(
    SessionId Id,
    TrainingRequest Request,
    SessionState State,
    Error? Failure,
    int Step,
    int TotalSteps,
    double? SecondsLeft,
    double? FirstTrainLoss,
    double? LastTrainLoss,
    double? FirstValidationLoss,
    double? LastValidationLoss,
    int? BestStep,
    IReadOnlyList<TrainingCheckpoint> Checkpoints,
    TrainingResult? Result,
    string? Device,
    int Interruptions,
    double DeviceSeconds,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<CheckpointSound>? Sounds = null);
