using System.Linq.Expressions;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Stores;

internal sealed class ApiKeyStore(IDbContextFactory<PlatformDbContext> contexts) : IApiKeyStore
{
    private static readonly Expression<Func<ApiKeyRow, ApiKeyRecord>> ToRecord = row =>
        new ApiKeyRecord(row.Id, row.TenantId, row.Name, row.Hint, row.SecretHash, row.CreatedBy, row.CreatedAt, row.LastUsedAt, row.RevokedAt);

    public async Task AddAsync(ApiKeyRecord key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ApiKeys.Add(new ApiKeyRow
        {
            Id = key.Id,
            TenantId = key.Tenant,
            Name = key.Name,
            Hint = key.Hint,
            SecretHash = key.SecretHash,
            CreatedBy = key.CreatedBy,
            CreatedAt = key.CreatedAt,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<ApiKeyRecord?> FindByHashAsync(byte[] secretHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AsNoTracking().Where(r => r.SecretHash == secretHash).Select(ToRecord).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ApiKeyRecord>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AsNoTracking()
            .Where(r => r.TenantId == tenant)
            .OrderByDescending(r => r.CreatedAt)
            .Select(ToRecord)
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> RevokeAsync(TenantId tenant, ApiKeyId key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.ApiKeys.Where(r => r.TenantId == tenant && r.Id == key);
        await mine.Where(r => r.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.RevokedAt, at), cancellationToken);
        return await mine.AnyAsync(cancellationToken);
    }

    public async Task TouchAsync(ApiKeyId key, DateTimeOffset usedAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ApiKeys.Where(r => r.Id == key).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastUsedAt, usedAt), cancellationToken);
    }
}
