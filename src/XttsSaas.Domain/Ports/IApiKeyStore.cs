namespace XttsSaas.Domain.Ports;

/// <summary>API keys: only a keyed hash of each secret is stored.</summary>
public interface IApiKeyStore
{
    Task AddAsync(ApiKeyRecord key, CancellationToken cancellationToken);

    /// <summary>The key whose secret has this hash (32 bytes), revoked ones included; null when there is none.</summary>
    Task<ApiKeyRecord?> FindByHashAsync(byte[] secretHash, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApiKeyRecord>> ListAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>False when the tenant has no such key.</summary>
    Task<bool> RevokeAsync(TenantId tenant, ApiKeyId key, DateTimeOffset at, CancellationToken cancellationToken);

    Task TouchAsync(ApiKeyId key, DateTimeOffset usedAt, CancellationToken cancellationToken);
}
