using System.Runtime.CompilerServices;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Persistence.Grains;

/// <summary>Lists resources from the grains' own state rows.</summary>
internal sealed class ResourceDirectory(IDbContextFactory<PlatformDbContext> contexts) : IResourceDirectory
{
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<string>> ListAsync(TenantId tenant, ResourceKind kind, string? before, int limit, CancellationToken cancellationToken)
    {
        var name = kind.ToString();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GrainStates
            .Where(r => r.TenantId == tenant && r.Kind == name && (before == null || r.ResourceId.CompareTo(before) < 0))
            .OrderByDescending(r => r.ResourceId)
            .Select(r => r.ResourceId)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    public async IAsyncEnumerable<string> AllKeysAsync(ResourceKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = kind.ToString();
        var after = string.Empty;
        while (true)
        {
            List<string> keys;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                keys = await db.GrainStates
                    .Where(r => r.Kind == name && r.Key.CompareTo(after) > 0)
                    .OrderBy(r => r.Key)
                    .Select(r => r.Key)
                    .Take(BatchSize)
                    .ToListAsync(cancellationToken);
            }
            foreach (var key in keys)
                yield return key;
            if (keys.Count < BatchSize)
                yield break;
            after = keys[^1];
        }
    }

    public async Task<IReadOnlyList<TenantId>> ListTenantsAsync(string? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await db.GrainStates
            .Where(r => r.Kind == GrainStateNames.Tenant && (before == null || r.Key.CompareTo(before) < 0))
            .OrderByDescending(r => r.Key)
            .Select(r => r.Key)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return keys.ConvertAll(key => TenantId.Parse(key, null));
    }
}
