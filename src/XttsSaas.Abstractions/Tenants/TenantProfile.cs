namespace XttsSaas.Abstractions.Tenants;

/// <summary>What everybody inside a tenant may know of it.</summary>
[GenerateSerializer, Immutable, Alias("TenantProfile")]
public sealed record TenantProfile(
    TenantId Id,
    string Name,
    string Plan,
    TenantStatus Status,
    string? StatusReason,
    DateTimeOffset CreatedAt);
