namespace XttsSaas.Abstractions.Events;

/// <summary>Receives a tenant's events; implemented by web nodes.</summary>
[Alias("ITenantObserver")]
public interface ITenantObserver : IGrainObserver
{
    [OneWay]
    Task OnEventAsync(TenantEvent tenantEvent);
}
