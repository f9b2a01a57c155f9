using XttsSaas.Abstractions.Events;

namespace XttsSaas.Abstractions.Tenants;

/// <summary>One customer (key: tenant id): profile, status, and the feed of everything that happens inside it.</summary>
[Alias("ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Creates the tenant. Repeating it with the same name changes nothing; another name is a conflict.</summary>
    Task<Result<TenantProfile>> CreateAsync(string name, string plan);

    /// <summary>The profile, or null for a tenant that was never created.</summary>
    Task<TenantProfile?> GetAsync();

    Task<Result> SuspendAsync(string reason);

    Task<Result> ResumeAsync();

    /// <summary>
    /// Registers an observer for this tenant's events. Subscriptions lapse after five minutes unless renewed by
    /// calling this again, so that a dead web node is forgotten.
    /// </summary>
    [AlwaysInterleave]
    Task SubscribeAsync(ITenantObserver observer);

    [AlwaysInterleave]
    Task UnsubscribeAsync(ITenantObserver observer);

    /// <summary>Passes an event on to the observers; events are hints to refresh, the grains hold the truth.</summary>
    [AlwaysInterleave, OneWay]
    Task PublishAsync(TenantEvent tenantEvent);
}
