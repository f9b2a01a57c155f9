namespace XttsSaas.Abstractions.Training;

/// <summary>Payload of the event TrainingMetrics: where a session is, and the points since the last event.</summary>
[GenerateSerializer, Immutable, Alias("TrainingProgress")]
public sealed record TrainingProgress(
    SessionId Session,
    int Step,
    int TotalSteps,
    double? SecondsLeft,
    IReadOnlyList<TrainingMetric> Metrics);
