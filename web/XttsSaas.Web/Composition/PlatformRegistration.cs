using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Orleans.Hosting;
using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Probing;
using XttsSaas.Grains.Hosting;
using XttsSaas.Persistence;
using XttsSaas.Silo;
using XttsSaas.Storage;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Composition;

/// <summary>The platform below the API: data folder, database, files, grains and this node's silo roles.</summary>
public static class PlatformRegistration
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        ListenAddress.Apply(builder);
        var services = builder.Services;
        var data = DataFolder.Open(builder.Configuration);
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddPlatformPersistence(Database(builder.Configuration, data));
        services.AddHostedService<DatabaseStart>();
        services.AddPlatformStorage(storage => (storage.BlobRoot, storage.ModelRoot) = (data.Blobs, data.Models));
        services.AddDataProtection().SetApplicationName("XttsSaas").PersistKeysToFileSystem(Directory.CreateDirectory(data.Keys));
        AddAudio(services);
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering()
            .AddReminders()
            .AddXttsGrains()
            .AddShippedModel()
            .AddDatasetRole()
            .AddTrainingRole()
            .AddInferenceRole()
            .AddRecovery());
        services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainTime);
        services.ConfigureHttpJsonOptions(json => JsonSettings.Apply(json.SerializerOptions));
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["id"] = typeof(IdRouteConstraint));
        services.AddSingleton<ResourcePages>();
        return builder;
    }

    /// <summary>SQLite in the data folder, unless the section Database says otherwise.</summary>
    private static DatabaseOptions Database(IConfiguration configuration, DataFolder data)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (options.ConnectionString.Length == 0 && options.Provider == DatabaseProvider.Sqlite)
            options.ConnectionString = new SqliteConnectionStringBuilder { DataSource = data.Database }.ToString();
        return options;
    }

    private static void AddAudio(IServiceCollection services)
    {
        services.AddSingleton(new FfmpegOptions());
        services.AddSingleton<AudioDecoder>();
        services.AddSingleton<AudioProbe>();
    }
}
