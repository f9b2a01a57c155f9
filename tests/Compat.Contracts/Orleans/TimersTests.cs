using Orleans;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class TimersTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Timer_WithPeriod_TicksAgainWithItsState()
    {
        await Grain("periodic").Start("periodic", Short, Short, interleave: false);

        await _probe.Wait("periodic-3");
    }

    [Fact]
    public async Task Timer_InfinitePeriod_TicksOnce()
    {
        var grain = Grain("once");
        await grain.Start("once", Short, Timeout.InfiniteTimeSpan, interleave: false);
        await _probe.Wait("once-1");

        await grain.Start("clock", Short, Short, interleave: false);
        await _probe.Wait("clock-3");

        Assert.Equal(1, _probe.CountOf("once"));
    }

    [Fact]
    public async Task Tick_WhileACallRuns_WaitsForItsTurn()
    {
        var grain = Grain("patient");
        var call = grain.StartAndWait("patient", Short, "patient-gate");
        await _probe.Wait("patient-gate-reached");

        // Another grain's timer shows that time goes on.
        await Grain("clock-2").Start("clock-2", Short, Short, interleave: false);
        await _probe.Wait("clock-2-3");
        Assert.Equal(0, _probe.CountOf("patient"));

        _probe.Set("patient-gate");
        await call.WaitAsync(Probe.Patience);
        await _probe.Wait("patient-1");
    }

    [Fact]
    public async Task Tick_InterleaveTimer_RunsBesideACall()
    {
        var grain = Grain("impatient");
        await grain.Start("impatient", Short, Timeout.InfiniteTimeSpan, interleave: true);

        await grain.WaitFor("impatient-1").WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task Dispose_Timer_NoMoreTicksAndTheTokenFires()
    {
        var grain = Grain("stopped");
        await grain.Start("stopped", Short, Short, interleave: false);
        await _probe.Wait("stopped-2");

        var ticks = await grain.Stop();
        await grain.Start("clock-3", Short, Short, interleave: false);
        await _probe.Wait("clock-3-3");

        Assert.Equal(ticks, _probe.CountOf("stopped"));
    }

    [Fact]
    public async Task Tick_Fails_TheTimerGoesOn()
    {
        await Grain("failing").StartFailing("failing", Short);

        await _probe.Wait("failing-3");
    }

    [Fact]
    public async Task Change_Timer_TicksAtTheNewTime()
    {
        var grain = Grain("changed");
        await grain.Start("changed", TimeSpan.FromHours(1), TimeSpan.FromHours(1), interleave: false);

        await grain.Change(Short, Short);

        await _probe.Wait("changed-2");
    }

    [Fact]
    public async Task Deactivate_WithATimer_StopsIt()
    {
        var grain = Grain("gone");
        await grain.Start("gone", Short, Short, interleave: false);
        await _probe.Wait("gone-1");

        await grain.Leave();
        await _probe.Wait("timer-grain-left:gone");
        var ticks = _probe.CountOf("gone");
        await Grain("clock-4").Start("clock-4", Short, Short, interleave: false);
        await _probe.Wait("clock-4-3");

        Assert.Equal(ticks, _probe.CountOf("gone"));
    }

    private ITimerGrain Grain(string key) => fixture.Silo.Grains.GetGrain<ITimerGrain>(key);
}

public interface ITimerGrain : IGrainWithStringKey
{
    Task Start(string name, TimeSpan due, TimeSpan period, bool interleave);

    Task StartAndWait(string name, TimeSpan due, string gate);

    Task StartFailing(string name, TimeSpan period);

    Task WaitFor(string gate);

    Task Change(TimeSpan due, TimeSpan period);

    Task<int> Stop();

    Task Leave();
}

public sealed class TimerGrain(Probe probe) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private string _name = "";

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Set($"timer-grain-left:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public Task Start(string name, TimeSpan due, TimeSpan period, bool interleave)
    {
        _name = name;
        _timer = this.RegisterGrainTimer(Tick, name, new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave });
        return Task.CompletedTask;
    }

    public async Task StartAndWait(string name, TimeSpan due, string gate)
    {
        await Start(name, due, Timeout.InfiniteTimeSpan, interleave: false);
        probe.Set(gate + "-reached");
        await probe.Wait(gate);
    }

    public Task StartFailing(string name, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            async () =>
            {
                await Tick(name, default);
                throw new InvalidTimeZoneException("tick");
            },
            new GrainTimerCreationOptions(period, period));
        return Task.CompletedTask;
    }

    public Task WaitFor(string gate) => probe.Wait(gate);

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task<int> Stop()
    {
        _timer!.Dispose();
        return Task.FromResult(probe.CountOf(_name));
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private Task Tick(string name, CancellationToken cancellation)
    {
        probe.Set($"{name}-{probe.Count(name)}");
        return Task.CompletedTask;
    }
}
