namespace XttsSaas.Persistence;

/// <summary>The database as a whole: bring it up to date, ask whether it answers.</summary>
public sealed class PlatformDatabase(IDbContextFactory<PlatformDbContext> contexts)
{
    /// <summary>Applies the migrations that are missing. Safe to call at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        if (db is SqliteDbContext)
        {
            // Readers and the writer do not block each other; the setting stays with the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
    }

    public async Task<bool> CanConnectAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken);
    }
}
