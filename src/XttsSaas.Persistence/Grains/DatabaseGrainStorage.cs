using System.Globalization;
using System.Text.Json;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Grains;

/// <summary>
/// Grain state in the platform's database. Each write is one statement that names the version it replaces, so of
/// two activations that believe they own a grain only one can write; the other gets
/// <see cref="InconsistentStateException"/>.
/// </summary>
internal sealed class DatabaseGrainStorage(IDbContextFactory<PlatformDbContext> contexts, TimeProvider time) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = grainId.Key.ToString()!;
        await using var db = await contexts.CreateDbContextAsync();
        var row = await db.GrainStates.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == stateName && r.Key == key);
        grainState.RecordExists = row is not null;
        grainState.ETag = row is null ? null! : Format(row.Version);
        grainState.State = row is null
            ? Activator.CreateInstance<T>()
            : JsonSerializer.Deserialize<T>(row.Payload, GrainStateJson.Options)!;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = grainId.Key.ToString()!;
        var payload = JsonSerializer.Serialize(grainState.State, GrainStateJson.Options);
        await using var db = await contexts.CreateDbContextAsync();
        var version = grainState.ETag is null
            ? await InsertAsync(db, stateName, key, payload)
            : await UpdateAsync(db, stateName, key, payload, Parse(grainState.ETag));
        grainState.ETag = Format(version);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = grainId.Key.ToString()!;
        await using var db = await contexts.CreateDbContextAsync();
        if (grainState.ETag is not null)
        {
            var expected = Parse(grainState.ETag);
            var removed = await db.GrainStates
                .Where(r => r.Kind == stateName && r.Key == key && r.Version == expected)
                .ExecuteDeleteAsync();
            if (removed == 0)
                throw Clash(stateName, key, grainState.ETag);
        }
        grainState.ETag = null!;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private async Task<long> InsertAsync(PlatformDbContext db, string kind, string key, string payload)
    {
        var owner = OwnerOf(key);
        db.GrainStates.Add(new GrainStateRow
        {
            Kind = kind,
            Key = key,
            TenantId = owner.Tenant,
            ResourceId = owner.Resource,
            Version = 1,
            Payload = payload,
            UpdatedAt = time.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync();
            return 1;
        }
        catch (DbUpdateException e) when (UniqueViolation.Caused(e))
        {
            throw Clash(kind, key, null);
        }
    }

    private async Task<long> UpdateAsync(PlatformDbContext db, string kind, string key, string payload, long expected)
    {
        var now = time.GetUtcNow();
        var updated = await db.GrainStates
            .Where(r => r.Kind == kind && r.Key == key && r.Version == expected)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.Version, expected + 1)
                .SetProperty(r => r.Payload, payload)
                .SetProperty(r => r.UpdatedAt, now));
        return updated == 1 ? expected + 1 : throw Clash(kind, key, Format(expected));
    }

    private static (TenantId? Tenant, string Resource) OwnerOf(string key)
    {
        var at = key.IndexOf(GrainKeys.Separator, StringComparison.Ordinal);
        return TenantId.TryParse(at < 0 ? key : key[..at], null, out var tenant)
            ? (tenant, at < 0 ? string.Empty : key[(at + 1)..])
            : (null, key);
    }

    private static InconsistentStateException Clash(string kind, string key, string? expected) =>
        new($"State {kind} of grain {key} was written by somebody else since version {expected ?? "none"} was read.");

    private static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long Parse(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);
}
