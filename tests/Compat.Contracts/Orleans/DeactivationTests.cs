using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Compat.Contracts.Orleans;

public sealed class DeactivationTests
{
    [Fact]
    public async Task DeactivateOnIdle_AfterTheCall_SaysGoodbyeAndStartsAfresh()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMortalGrain>("leaves");
        var first = await grain.Id();

        await grain.Leave();

        await silo.Probe.Wait("left:leaves:ApplicationRequested");
        Assert.NotEqual(first, await grain.Id());
    }

    [Fact]
    public async Task DeactivateOnIdle_CallsWaiting_GoToTheNextActivation()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMortalGrain>("queue");
        var first = await grain.Id();
        var leaving = grain.LeaveAfter("queue-gate");
        await silo.Probe.Wait("queue-gate-reached");
        var waiting = Enumerable.Range(0, 10).Select(_ => grain.Id()).ToArray();

        silo.Probe.Set("queue-gate");
        await leaving;

        var second = Assert.Single((await Task.WhenAll(waiting).WaitAsync(Probe.Patience)).Distinct());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Deactivate_NeverTwoActivationsAtOnce()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMortalGrain>("churn");

        for (var round = 0; round < 20; round++)
            await Task.WhenAll(grain.Leave(), grain.Id(), grain.Id());

        Assert.Equal(0, silo.Probe.CountOf("alive-twice:churn"));
    }

    [Fact]
    public async Task OnDeactivate_Fails_TheNextCallStillWorks()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMortalGrain>("bad-end");
        var first = await grain.Id();

        await grain.Leave();

        Assert.NotEqual(first, await grain.Id());
    }

    [Fact]
    public async Task Idle_LongerThanTheCollectionAge_IsDeactivated()
    {
        await using var silo = await StartWithQuickCollection();

        await silo.Grains.GetGrain<IMortalGrain>("idle").Id();

        await silo.Probe.Wait("left:idle:ActivationIdle");
    }

    [Fact]
    public async Task Idle_KeepAliveAndDelayDeactivation_Stay()
    {
        await using var silo = await StartWithQuickCollection();
        await silo.Grains.GetGrain<IMortalGrain>("delayed").Delay(TimeSpan.FromHours(1));
        await silo.Grains.GetGrain<IImmortalGrain>("kept").Touch();

        // A grain that came later is gone twice: the collector has passed the others.
        for (var round = 0; round < 2; round++)
        {
            await silo.Grains.GetGrain<IMortalGrain>($"idle-{round}").Id();
            await silo.Probe.Wait($"left:idle-{round}:ActivationIdle");
        }

        Assert.False(silo.Probe.IsSet("left:delayed:ActivationIdle"));
        Assert.False(silo.Probe.IsSet("left:kept"));
    }

    [Fact]
    public async Task Shutdown_DeactivatesEverything()
    {
        var silo = await TestSilo.StartAsync();
        var probe = silo.Probe;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => silo.Grains.GetGrain<IMortalGrain>($"down-{i}").Id()));

        await silo.StopAsync();

        Assert.All(Enumerable.Range(0, 20), i => Assert.True(probe.IsSet($"left:down-{i}:ShuttingDown")));
        await silo.DisposeAsync();
    }

    [Fact]
    public async Task Shutdown_ScopedService_IsDisposedWithItsActivation()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMortalGrain>("disposed");
        await grain.Id();

        await grain.Leave();

        await silo.Probe.Wait("disposed:disposed");
    }

    private static Task<TestSilo> StartWithQuickCollection() => TestSilo.StartAsync(silo =>
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionQuantum = TimeSpan.FromMilliseconds(100);
            options.CollectionAge = TimeSpan.FromMilliseconds(300);
        }));
}

public interface IMortalGrain : IGrainWithStringKey
{
    Task<string> Id();

    Task Leave();

    Task LeaveAfter(string gate);

    Task Delay(TimeSpan time);
}

public sealed class MortalGrain(Probe probe) : Grain, IMortalGrain, IDisposable
{
    private string _key = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = this.GetPrimaryKeyString();
        if (probe.Count($"begun:{_key}") - probe.CountOf($"ended:{_key}") > 1)
            probe.Count($"alive-twice:{_key}");

        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        probe.Count($"ended:{_key}");
        probe.Set($"left:{_key}:{reason.ReasonCode}");
        if (_key == "bad-end")
            throw new InvalidTimeZoneException("goodbye");
    }

    public Task<string> Id() => Task.FromResult(GrainContext.ActivationId.ToString());

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveAfter(string gate)
    {
        probe.Set(gate + "-reached");
        await probe.Wait(gate);
        DeactivateOnIdle();
    }

    public Task Delay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public void Dispose() => probe.Set($"disposed:{_key}");
}

public interface IImmortalGrain : IGrainWithStringKey
{
    Task Touch();
}

[KeepAlive]
public sealed class ImmortalGrain(Probe probe) : Grain, IImmortalGrain
{
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Set($"left:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public Task Touch() => Task.CompletedTask;
}
