using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Keys;

/// <summary>Makes, lists and revokes a tenant's API keys; the portal and the API share it.</summary>
public sealed class ApiKeys(IApiKeyStore store, ApiKeyHasher hasher, TimeProvider time)
{
    public const int MaxNameLength = 80;

    /// <summary>Makes a key. The secret is in the answer and nowhere else ever again.</summary>
    public async Task<Result<NewApiKey>> CreateAsync(CurrentTenant tenant, string? name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
            return Error.Invalid("name", $"Give the key a name of 1 to {MaxNameLength} characters, for example where it will be used.");
        var now = time.GetUtcNow();
        var secret = ApiKeySecret.New();
        var record = new ApiKeyRecord(
            ApiKeyId.New(now), tenant.Id, name.Trim(), ApiKeySecret.Hint(secret), hasher.Hash(secret), tenant.User, now, LastUsedAt: null, RevokedAt: null);
        await store.AddAsync(record, cancellationToken);
        return new NewApiKey(record, secret);
    }

    /// <summary>The tenant's keys, newest first, without those that were revoked.</summary>
    public async Task<IReadOnlyList<ApiKeyRecord>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var all = await store.ListAsync(tenant, cancellationToken);
        return [.. all.Where(key => key.RevokedAt is null).OrderByDescending(key => key.Id.Value, StringComparer.Ordinal)];
    }

    public async Task<Result> RevokeAsync(TenantId tenant, ApiKeyId key, CancellationToken cancellationToken) =>
        await store.RevokeAsync(tenant, key, time.GetUtcNow(), cancellationToken) ? Result.Success : Error.NotFound("API key");
}
