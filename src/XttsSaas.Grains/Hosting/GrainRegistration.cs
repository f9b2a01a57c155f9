using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using XttsSaas.Domain.Training;
using XttsSaas.Grains.Datasets;
using XttsSaas.Grains.Tenants;

namespace XttsSaas.Grains.Hosting;

/// <summary>What a silo needs to host the grains. Their storage, reminders and ports are registered by others.</summary>
public static class GrainRegistration
{
    public static ISiloBuilder AddXttsGrains(this ISiloBuilder builder)
    {
        builder.AddIncomingGrainCallFilter<TenantGuard>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<InterruptionPolicy>();
        builder.Services.TryAddSingleton<EventPublisher>();
        builder.Services.TryAddSingleton<DatasetFiles>();
        return builder;
    }
}
