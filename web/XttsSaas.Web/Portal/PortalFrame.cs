using Orleans;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Web.Portal;

/// <summary>What the frame around every signed-in page shows: whose workspace it is and what runs in it.</summary>
public sealed class PortalFrame(IGrainFactory grains, RunningJobs jobs)
{
    public Task<TenantProfile?> TenantAsync(TenantId tenant) => grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant)).GetAsync();

    public Task<IReadOnlyList<RunningJob>> JobsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        jobs.ListAsync(tenant, cancellationToken);
}
