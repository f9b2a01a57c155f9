namespace XttsSaas.Domain.Ports;

/// <summary>
/// A key without its secret. <paramref name="Hint"/> is the secret's readable beginning, enough to recognise it by.
/// </summary>
public sealed record ApiKeyRecord(
    ApiKeyId Id,
    TenantId Tenant,
    string Name,
    string Hint,
    byte[] SecretHash,
    UserId? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt);
