using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>What every silo registers.</summary>
internal static class SiloServices
{
    public static void AddSiloServices(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GrainClasses>();
        services.AddSingleton<ILocalSiloDetails, LocalSiloDetails>();
        services.AddSingleton<GrainHost>();
        services.AddSingleton<IClusterClient>(static provider => provider.GetRequiredService<GrainHost>().GrainFactory);
        services.AddSingleton<IGrainFactory>(static provider => provider.GetRequiredService<GrainHost>().GrainFactory);
        services.AddSingleton<ITimerRegistry, TimerRegistry>();
        services.AddSingleton<IGrainContextAccessor, GrainContextAccessor>();
        services.AddSingleton<SiloLifecycle>();
        services.AddHostedService<SiloHostedService>();
    }
}
