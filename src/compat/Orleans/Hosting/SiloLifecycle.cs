using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts observers stage by stage, and stops those that started in the opposite order.</summary>
internal sealed class SiloLifecycle : ISiloLifecycle
{
    private readonly List<Subscription> _subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        var subscription = new Subscription(_subscriptions, stage, observer);
        _subscriptions.Add(subscription);
        return subscription;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var stage in _subscriptions.GroupBy(subscription => subscription.Stage).OrderBy(group => group.Key).ToArray())
        {
            await Task.WhenAll(stage.Select(subscription => subscription.Observer.OnStart(cancellation)));
            HighestCompletedStage = stage.Key;
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var stage in _subscriptions.Where(subscription => subscription.Stage <= HighestCompletedStage)
            .GroupBy(subscription => subscription.Stage).OrderByDescending(group => group.Key).ToArray())
        {
            await Task.WhenAll(stage.Select(subscription => subscription.Observer.OnStop(cancellation)))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            LowestStoppedStage = stage.Key;
        }
    }

    private sealed record Subscription(List<Subscription> Owner, int Stage, ILifecycleObserver Observer) : IDisposable
    {
        public void Dispose() => Owner.Remove(this);
    }
}
