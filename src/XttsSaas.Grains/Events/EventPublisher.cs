using System.Text.Json;
using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Grains.Events;

/// <summary>Tells a tenant's observers what changed, after it was stored.</summary>
public sealed class EventPublisher(IGrainFactory grains, TimeProvider time)
{
    public Task PublishAsync<T>(TenantId tenant, TenantEventKind kind, string subject, T payload)
    {
        var json = JsonSerializer.Serialize(payload, WireJson.Options);
        var tenantEvent = new TenantEvent(tenant, kind, subject, json, time.GetUtcNow());
        return grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant)).PublishAsync(tenantEvent);
    }
}
