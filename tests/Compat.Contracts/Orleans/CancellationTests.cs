using Orleans;

namespace Compat.Contracts.Orleans;

public sealed class CancellationTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Cancel_RunningCall_CancelsItAndThrows()
    {
        using var cancellation = new CancellationTokenSource();
        var call = _grains.GetGrain<ICancellableGrain>("running").WaitForever("running", cancellation.Token);
        await _probe.Wait("running-started");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Probe.Patience));
        await _probe.Wait("running-cancelled");
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_ThrowsWithoutCalling()
    {
        var grain = _grains.GetGrain<ICancellableGrain>("never");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => grain.WaitForever("never", new CancellationToken(canceled: true)).WaitAsync(Probe.Patience));

        Assert.False(_probe.IsSet("never-started"));
    }

    [Fact]
    public async Task Cancel_WaitingCall_ThrowsAndNeverStarts()
    {
        var grain = _grains.GetGrain<ICancellableGrain>("queued");
        using var first = new CancellationTokenSource();
        var running = grain.WaitForever("ahead", first.Token);
        await _probe.Wait("ahead-started");
        using var second = new CancellationTokenSource();
        var waiting = grain.WaitForever("queued", second.Token);

        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Probe.Patience));
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Probe.Patience));
        await grain.Nothing(CancellationToken.None);

        Assert.False(_probe.IsSet("queued-started"));
    }

    [Fact]
    public async Task Cancel_ThroughASecondGrain_ReachesIt()
    {
        using var cancellation = new CancellationTokenSource();
        var call = _grains.GetGrain<ICancellableGrain>("front").Forward("back", cancellation.Token);
        await _probe.Wait("back-started");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Probe.Patience));
        await _probe.Wait("back-cancelled");
    }

    [Fact]
    public async Task NoToken_Call_Completes()
    {
        await _grains.GetGrain<ICancellableGrain>("plain").Nothing(default);
    }

    [Fact]
    public async Task Cancel_AfterTheAnswer_ChangesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        var grain = _grains.GetGrain<ICancellableGrain>("late");
        await grain.Nothing(cancellation.Token);

        await cancellation.CancelAsync();

        await grain.Nothing(default);
    }
}

public interface ICancellableGrain : IGrainWithStringKey
{
    Task WaitForever(string name, CancellationToken cancellation);

    Task Forward(string key, CancellationToken cancellation);

    Task Nothing(CancellationToken cancellation);
}

public sealed class CancellableGrain(Probe probe) : Grain, ICancellableGrain
{
    public async Task WaitForever(string name, CancellationToken cancellation)
    {
        probe.Set($"{name}-started");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            probe.Set($"{name}-cancelled");
            throw;
        }
    }

    public Task Forward(string key, CancellationToken cancellation) =>
        GrainFactory.GetGrain<ICancellableGrain>(key).WaitForever(key, cancellation);

    public Task Nothing(CancellationToken cancellation) => Task.CompletedTask;
}
