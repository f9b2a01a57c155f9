namespace XttsSaas.Persistence.Tests;

/// <summary>Runs each test of a class on SQLite and on PostgreSQL.</summary>
public abstract class DatabaseTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    protected async Task<TestDatabase> DatabaseAsync(DatabaseProvider provider)
    {
        Assert.SkipWhen(provider == DatabaseProvider.Postgres && !postgres.Available, "PostgreSQL is not installed");
        return await TestDatabase.CreateAsync(provider, postgres);
    }
}
