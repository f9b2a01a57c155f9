namespace XttsSaas.Persistence.Model;

/// <summary>An API key: only the keyed hash of its secret.</summary>
internal sealed class ApiKeyRow
{
    public required ApiKeyId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required string Name { get; init; }

    public required string Hint { get; init; }

    public required byte[] SecretHash { get; init; }

    public UserId? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
