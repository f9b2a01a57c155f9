using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Compat.Contracts.Orleans;

/// <summary>The host takes the time from the container: a test owns it.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private TestSilo _silo = null!;

    public async ValueTask InitializeAsync() =>
        _silo = await TestSilo.StartAsync(silo => silo.Services.AddSingleton<TimeProvider>(_clock));

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Timer_ClockMoves_Ticks()
    {
        var grain = _silo.Grains.GetGrain<ITimerGrain>("steady");
        await grain.Start("steady", TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), interleave: false);

        _clock.Advance(TimeSpan.FromMinutes(9));
        await grain.Change(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        Assert.Equal(0, _silo.Probe.CountOf("steady"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await _silo.Probe.Wait("steady-1");
    }

    [Fact]
    public async Task Idle_ClockMovesPastTheCollectionAge_Deactivates()
    {
        await _silo.Grains.GetGrain<IMortalGrain>("old").Id();

        _clock.Advance(TimeSpan.FromMinutes(17));

        await _silo.Probe.Wait("left:old:ActivationIdle");
    }

    [Fact]
    public async Task Reminder_ClockMoves_Ticks()
    {
        await _silo.Grains.GetGrain<IReminderGrain>("daily").Register("d", TimeSpan.FromDays(1), TimeSpan.FromDays(1));

        _clock.Advance(TimeSpan.FromDays(1));

        await _silo.Probe.Wait("reminded:daily:d:1.00:00:00");
    }

    [Fact]
    public async Task Call_ClockMovesPastTheResponseTimeout_TimesOut()
    {
        var call = _silo.Grains.GetGrain<IGateGrain>("late").WaitFor("late");
        await _silo.Probe.Wait("late-reached");

        _clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(Probe.Patience));
        _silo.Probe.Set("late");
    }
}
