namespace XttsSaas.Abstractions.Capacity;

/// <summary>A session that waits for a device. <paramref name="Cost"/> is its expected steps, what fairness counts.</summary>
[GenerateSerializer, Immutable, Alias("QueuedJob")]
public sealed record QueuedJob(TenantId Tenant, SessionId Session, int Cost, DateTimeOffset QueuedAt);
