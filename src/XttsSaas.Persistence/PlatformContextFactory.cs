namespace XttsSaas.Persistence;

/// <summary>Hands out the configured database's context under its common type.</summary>
internal sealed class PlatformContextFactory<T>(IDbContextFactory<T> inner) : IDbContextFactory<PlatformDbContext>
    where T : PlatformDbContext
{
    public PlatformDbContext CreateDbContext() => inner.CreateDbContext();
}
