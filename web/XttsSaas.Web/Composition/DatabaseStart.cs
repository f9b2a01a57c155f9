using XttsSaas.Persistence;

namespace XttsSaas.Web.Composition;

/// <summary>Brings the database up to date before anything that uses it starts; it must be the first hosted service.</summary>
public sealed class DatabaseStart(PlatformDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
