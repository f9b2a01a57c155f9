using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Persistence;

namespace XttsSaas.Persistence.Tests;

/// <summary>A fresh, migrated database of one provider with the platform's services on it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;

    private TestDatabase(DirectoryInfo folder, ServiceProvider services) => (_folder, _services) = (folder, services);

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, PostgresServer postgres)
    {
        var folder = Directory.CreateTempSubdirectory("xtts-db-");
        var options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(folder.FullName, "platform.db")};Pooling=false"
                : postgres.ConnectionString($"test_{Guid.NewGuid():N}"),
        };
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPlatformPersistence(options).BuildServiceProvider();
        await services.GetRequiredService<PlatformDatabase>().MigrateAsync(default);
        return new TestDatabase(folder, services);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T GetKeyed<T>(string key)
        where T : notnull => _services.GetRequiredKeyedService<T>(key);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
