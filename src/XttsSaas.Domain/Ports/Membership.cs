namespace XttsSaas.Domain.Ports;

/// <summary>A person's place in a tenant.</summary>
public sealed record Membership(TenantId Tenant, UserId User, TenantRole Role, DateTimeOffset Since);
