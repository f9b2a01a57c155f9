using Microsoft.Extensions.Diagnostics.HealthChecks;
using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Web.Composition;

/// <summary>Whether grains answer, and whether this node is still taking work.</summary>
public sealed class GrainHealth(IGrainFactory grains, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return HealthCheckResult.Unhealthy("The node is draining.");
        var pool = await grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool).GetAsync().WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy($"{pool.Devices.Count} devices");
    }
}
