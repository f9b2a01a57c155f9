using XttsSaas.Abstractions.Events;

namespace XttsSaas.Grains.Tenants;

/// <summary>A tenant's live subscribers. One that does not renew for five minutes, or that cannot be reached, is forgotten.</summary>
internal sealed partial class ObserverFeed(TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<ITenantObserver, DateTimeOffset> _renewed = [];

    public void Add(ITenantObserver observer) => _renewed[observer] = time.GetUtcNow();

    public void Remove(ITenantObserver observer) => _renewed.Remove(observer);

    /// <summary>Hands an event to every subscriber; a failing one does not keep it from the others.</summary>
    public async Task PublishAsync(TenantEvent tenantEvent)
    {
        var now = time.GetUtcNow();
        // A copy: while one observer is told, another may come or go.
        foreach (var (observer, renewed) in _renewed.ToArray())
        {
            if (now - renewed > Lifetime)
            {
                _renewed.Remove(observer);
                continue;
            }
            try
            {
                await observer.OnEventAsync(tenantEvent);
            }
            catch (Exception exception)
            {
                _renewed.Remove(observer);
                LogObserverLost(logger, tenantEvent.Tenant, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "An observer of tenant {Tenant} could not be reached and was dropped")]
    private static partial void LogObserverLost(ILogger logger, TenantId tenant, Exception exception);
}
