namespace XttsSaas.Abstractions.Quotas;

/// <summary>Device time that one training session used; recorded once per session.</summary>
[GenerateSerializer, Immutable, Alias("TrainingUsage")]
public sealed record TrainingUsage(SessionId Session, int Steps, double DeviceSeconds);
