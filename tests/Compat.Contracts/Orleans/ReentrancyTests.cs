using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Compat.Contracts.Orleans;

public sealed class ReentrancyTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Reentrant_CallWhileAnotherAwaits_Interleaves()
    {
        var grain = _grains.GetGrain<IReentrantGrain>("reentrant");

        var waiting = grain.WaitFor("reentrant");
        await grain.Open("reentrant").WaitAsync(Probe.Patience);

        await waiting.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task AlwaysInterleave_CallWhileAnotherAwaits_Interleaves()
    {
        var grain = _grains.GetGrain<IGateGrain>("always");

        var waiting = grain.WaitFor("always");
        await _probe.Wait("always-reached");
        await grain.OpenInterleaved("always").WaitAsync(Probe.Patience);

        await waiting.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task ReadOnly_BesideAnotherReadOnly_Interleaves()
    {
        var grain = _grains.GetGrain<IGateGrain>("read-read");

        var waiting = grain.ReadAfter("read-read");
        await _probe.Wait("read-read-reached");
        await grain.ReadAndOpen("read-read").WaitAsync(Probe.Patience);

        await waiting.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task ReadOnly_BesideAWriter_Waits()
    {
        var grain = _grains.GetGrain<IGateGrain>("write-read");

        var writing = grain.WaitFor("write-read");
        await _probe.Wait("write-read-reached");
        var reading = grain.ReadAndOpen("write-read-2");
        await grain.OpenInterleaved("barrier");

        // The interleaved call came later and is done: the reader was passed over.
        Assert.False(_probe.IsSet("write-read-2"));
        _probe.Set("write-read");
        await Task.WhenAll(writing, reading).WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task MayInterleave_PredicateDecides()
    {
        var grain = _grains.GetGrain<IPickyGrain>("picky");

        var waiting = grain.WaitFor("picky");
        await _probe.Wait("picky-reached");
        await grain.Open("picky").WaitAsync(Probe.Patience);

        await waiting.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task AllowCallChainReentrancy_CallComesBack_Interleaves()
    {
        var grain = _grains.GetGrain<IGateGrain>("chain");

        Assert.Equal("pong", await grain.CallBackThrough("partner").WaitAsync(Probe.Patience));
    }
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task WaitFor(string gate);

    Task Open(string gate);
}

[Reentrant]
public sealed class ReentrantGrain(Probe probe) : Grain, IReentrantGrain
{
    public Task WaitFor(string gate) => probe.Wait(gate);

    public Task Open(string gate)
    {
        probe.Set(gate);
        return Task.CompletedTask;
    }
}

public interface IGateGrain : IGrainWithStringKey
{
    Task WaitFor(string gate);

    [AlwaysInterleave]
    Task OpenInterleaved(string gate);

    [ReadOnly]
    Task ReadAfter(string gate);

    [ReadOnly]
    Task ReadAndOpen(string gate);

    Task<string> CallBackThrough(string partner);

    Task<string> Relay(IGateGrain back);

    Task<string> Ping();
}

public sealed class GateGrain(Probe probe) : Grain, IGateGrain
{
    public async Task WaitFor(string gate)
    {
        probe.Set(gate + "-reached");
        await probe.Wait(gate);
    }

    public Task OpenInterleaved(string gate)
    {
        probe.Set(gate);
        return Task.CompletedTask;
    }

    public Task ReadAfter(string gate) => WaitFor(gate);

    public Task ReadAndOpen(string gate) => OpenInterleaved(gate);

    public async Task<string> CallBackThrough(string partner)
    {
        using var section = RequestContext.AllowCallChainReentrancy();
        return await GrainFactory.GetGrain<IGateGrain>(partner).Relay(this.AsReference<IGateGrain>());
    }

    public Task<string> Relay(IGateGrain back) => back.Ping();

    public Task<string> Ping() => Task.FromResult("pong");
}

public interface IPickyGrain : IGrainWithStringKey
{
    Task WaitFor(string gate);

    Task Open(string gate);
}

[MayInterleave(nameof(MayInterleave))]
public sealed class PickyGrain(Probe probe) : Grain, IPickyGrain
{
    public static bool MayInterleave(IInvokable request) => request.GetMethodName() == nameof(Open);

    public async Task WaitFor(string gate)
    {
        probe.Set(gate + "-reached");
        await probe.Wait(gate);
    }

    public Task Open(string gate)
    {
        probe.Set(gate);
        return Task.CompletedTask;
    }
}
