using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Web.Events;

/// <summary>
/// Brings tenants' events to this node: one subscription per tenant that somebody here listens to, held by count,
/// renewed before it lapses, given back when the last listener goes.
/// </summary>
public sealed partial class TenantEventBroker(
    IGrainFactory grains, IHubContext<TenantHub> hub, TimeProvider time, ILogger<TenantEventBroker> logger) : BackgroundService
{
    /// <summary>Well inside the five minutes after which the tenant's grain forgets a subscriber.</summary>
    private static readonly TimeSpan RenewalInterval = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<TenantId, TenantFeed> _feeds = [];

    /// <summary>Listens to a tenant's events until the listener is disposed.</summary>
    public async Task<TenantEventListener> ListenAsync(TenantId tenant)
    {
        var feed = await HoldFeedAsync(tenant);
        var listener = new TenantEventListener(async ended =>
        {
            feed.Remove(ended);
            await ReleaseAsync(tenant);
        });
        feed.Add(listener);
        return listener;
    }

    /// <summary>Keeps the tenant's hub group fed until as many releases as holds.</summary>
    public Task HoldAsync(TenantId tenant) => HoldFeedAsync(tenant);

    public async Task ReleaseAsync(TenantId tenant)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_feeds.TryGetValue(tenant, out var feed) || --feed.Holders > 0)
                return;
            _feeds.TryRemove(tenant, out _);
            await UnsubscribeAsync(tenant, feed);
        }
        finally
        {
            _gate.Release();
        }
    }

    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewalInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RenewAsync();
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task<TenantFeed> HoldFeedAsync(TenantId tenant)
    {
        await _gate.WaitAsync();
        try
        {
            var feed = _feeds.GetOrAdd(tenant, id => new TenantFeed(id, hub));
            feed.Holders++;
            if (feed.Reference is null)
                await SubscribeAsync(tenant, feed);
            return feed;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A tenant that cannot be reached now is reached by the next renewal; its listeners look by themselves meanwhile.</summary>
    private async Task SubscribeAsync(TenantId tenant, TenantFeed feed)
    {
        try
        {
            feed.Reference ??= grains.CreateObjectReference<ITenantObserver>(feed);
            await Grain(tenant).SubscribeAsync(feed.Reference);
        }
        catch (Exception fault)
        {
            LogSubscriptionFailed(logger, fault, tenant);
        }
    }

    private async Task UnsubscribeAsync(TenantId tenant, TenantFeed feed)
    {
        if (feed.Reference is not { } reference)
            return;
        try
        {
            await Grain(tenant).UnsubscribeAsync(reference);
        }
        catch (Exception fault)
        {
            LogSubscriptionFailed(logger, fault, tenant);
        }
        grains.DeleteObjectReference<ITenantObserver>(reference);
    }

    private async Task RenewAsync()
    {
        foreach (var (tenant, feed) in _feeds)
            await SubscribeAsync(tenant, feed);
    }

    private ITenantGrain Grain(TenantId tenant) => grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The event subscription of {Tenant} could not be changed")]
    private static partial void LogSubscriptionFailed(ILogger logger, Exception exception, TenantId tenant);
}
