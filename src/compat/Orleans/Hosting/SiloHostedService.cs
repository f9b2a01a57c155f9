using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts the silo with the .NET host and stops it with it.</summary>
internal sealed class SiloHostedService : IHostedService
{
    private readonly SiloLifecycle _lifecycle;

    public SiloHostedService(GrainHost host, SiloLifecycle lifecycle, IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants)
    {
        _lifecycle = lifecycle;

        // Grains can be called from the grain services on; on the way down they go before what they stand on.
        lifecycle.Subscribe(nameof(GrainHost), ServiceLifecycleStage.RuntimeServices, _ => Start(host), null);
        lifecycle.Subscribe(nameof(GrainHost), ServiceLifecycleStage.BecomeActive - 1, _ => Task.CompletedTask, host.StopAsync);
        foreach (var participant in participants)
            participant.Participate(lifecycle);
    }

    public Task StartAsync(CancellationToken cancellationToken) => _lifecycle.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => _lifecycle.StopAsync(cancellationToken);

    private static Task Start(GrainHost host)
    {
        host.Start();
        return Task.CompletedTask;
    }
}
