namespace XttsSaas.Abstractions.Training;

/// <summary>A checkpoint that was written completely; <paramref name="Path"/> is relative to the session's output folder.</summary>
[GenerateSerializer, Immutable, Alias("TrainingCheckpoint")]
public sealed record TrainingCheckpoint(int Step, string Path, string Sha256, bool Best, DateTimeOffset At);
