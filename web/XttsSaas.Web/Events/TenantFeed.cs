using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using XttsSaas.Abstractions.Events;

namespace XttsSaas.Web.Events;

/// <summary>One tenant's events on this node: from its grain to the hub's group and to the streams that listen.</summary>
internal sealed class TenantFeed(TenantId tenant, IHubContext<TenantHub> hub) : ITenantObserver
{
    private readonly ConcurrentDictionary<TenantEventListener, byte> _listeners = [];

    /// <summary>How many connections and streams need this feed; guarded by the broker.</summary>
    public int Holders { get; set; }

    /// <summary>What the grain calls; null until subscribed. The runtime holds observers weakly, the broker holds this.</summary>
    public ITenantObserver? Reference { get; set; }

    public void Add(TenantEventListener listener) => _listeners.TryAdd(listener, 0);

    public void Remove(TenantEventListener listener) => _listeners.TryRemove(listener, out _);

    public Task OnEventAsync(TenantEvent tenantEvent)
    {
        foreach (var listener in _listeners.Keys)
            listener.Offer(tenantEvent);
        return hub.Clients.Group(TenantHub.GroupOf(tenant)).SendAsync(TenantHub.EventMethod, TenantEventMessage.Of(tenantEvent));
    }
}
