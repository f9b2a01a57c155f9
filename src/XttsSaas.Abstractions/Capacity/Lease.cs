namespace XttsSaas.Abstractions.Capacity;

/// <summary>A training slot of a device, granted to one session until it is released or its silo is lost.</summary>
[GenerateSerializer, Immutable, Alias("Lease")]
public sealed record Lease(LeaseId Id, string Silo, string Device, TenantId Tenant, SessionId Session, DateTimeOffset GrantedAt);
