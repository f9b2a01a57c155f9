using Orleans;
using Orleans.Concurrency;

namespace Compat.Contracts.Orleans;

public sealed class StatelessWorkerTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Calls_AtOnce_RunOnSeveralActivations()
    {
        var grain = _grains.GetGrain<IWorkerGrain>("pair");

        await Task.WhenAll(grain.Meet("one", "two"), grain.Meet("two", "one")).WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task Calls_MoreThanTheLimit_NeverRunOnMoreActivations()
    {
        var grain = _grains.GetGrain<IWorkerGrain>("limited");

        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.Work()));

        Assert.InRange(ids.Distinct().Count(), 1, 2);
    }

    [Fact]
    public async Task Calls_OnOneActivation_NeverOverlap()
    {
        var grain = _grains.GetGrain<IWorkerGrain>("turns");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.Work()));

        Assert.Equal(0, _probe.CountOf("worker-overlap"));
    }
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task Meet(string mine, string theirs);

    Task<string> Work();
}

[StatelessWorker(2)]
public sealed class WorkerGrain(Probe probe) : Grain, IWorkerGrain
{
    private bool _busy;

    public async Task Meet(string mine, string theirs)
    {
        probe.Set($"worker-{mine}");
        await probe.Wait($"worker-{theirs}");
    }

    public async Task<string> Work()
    {
        if (_busy)
            probe.Count("worker-overlap");

        _busy = true;
        await Task.Yield();
        _busy = false;
        return GrainContext.ActivationId.ToString();
    }
}
