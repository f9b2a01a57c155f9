using Microsoft.EntityFrameworkCore;
using XttsSaas.Persistence;

namespace XttsSaas.Persistence.Tests;

public sealed class MigrationTests(PostgresServer postgres) : DatabaseTests(postgres)
{
    [Theory, MemberData(nameof(Providers))]
    public async Task Migrations_CoverTheWholeModel(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        await using var db = await database.Get<IDbContextFactory<PlatformDbContext>>().CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Migrate_Twice_ChangesNothing(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);

        await database.Get<PlatformDatabase>().MigrateAsync(default);

        Assert.True(await database.Get<PlatformDatabase>().CanConnectAsync(default));
    }
}
