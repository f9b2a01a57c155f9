using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Storage;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Grains;
using XttsSaas.Persistence.Stores;

namespace XttsSaas.Persistence;

/// <summary>Registers the database, the stores on it, grain storage and reminders.</summary>
public static class PersistenceServices
{
    public static IServiceCollection AddPlatformPersistence(this IServiceCollection services, DatabaseOptions options)
    {
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddPooledDbContextFactory<SqliteDbContext>(db => db.UseSqlite(options.ConnectionString));
                services.AddSingleton<IDbContextFactory<PlatformDbContext>, PlatformContextFactory<SqliteDbContext>>();
                break;
            case DatabaseProvider.Postgres:
                services.AddPooledDbContextFactory<PostgresDbContext>(db => db.UseNpgsql(options.ConnectionString));
                services.AddSingleton<IDbContextFactory<PlatformDbContext>, PlatformContextFactory<PostgresDbContext>>();
                break;
            default:
                throw new OptionsValidationException(nameof(DatabaseOptions), typeof(DatabaseOptions),
                    [$"{DatabaseOptions.Section}:Provider is '{options.Provider}'; must be Sqlite or Postgres"]);
        }
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PlatformDbContext>>().CreateDbContext());
        services.AddSingleton<PlatformDatabase>();
        services.AddSingleton<IResourceDirectory, ResourceDirectory>();
        services.AddSingleton<ISegmentStore, SegmentStore>();
        services.AddSingleton<ITrainingMetricStore, TrainingMetricStore>();
        services.AddSingleton<IUsageLedger, UsageLedger>();
        services.AddSingleton<IApiKeyStore, ApiKeyStore>();
        services.AddSingleton<IMembershipStore, MembershipStore>();
        services.AddKeyedSingleton<IGrainStorage, DatabaseGrainStorage>(GrainStateNames.Storage);
        services.AddSingleton<IReminderTable, DatabaseReminderTable>();
        return services;
    }
}
