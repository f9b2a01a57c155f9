using Microsoft.Extensions.Diagnostics.HealthChecks;
using XttsSaas.Persistence;

namespace XttsSaas.Web.Composition;

/// <summary>Whether the database answers.</summary>
public sealed class DatabaseHealth(PlatformDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
