using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Compat.Contracts.Orleans;

/// <summary>The host takes the time from the container: a test owns it.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly JumpingClock _clock = new();
    private TestSilo _silo = null!;

    public async ValueTask InitializeAsync() =>
        _silo = await TestSilo.StartAsync(silo => silo.Services.AddSingleton<TimeProvider>(_clock));

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Timer_ClockJumps_Ticks()
    {
        var grain = _silo.Grains.GetGrain<ITimerGrain>("steady");
        await grain.Start("steady", TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), interleave: false);

        _clock.Jump(TimeSpan.FromMinutes(9));
        Assert.Equal(0, _silo.Probe.CountOf("steady"));

        _clock.Jump(TimeSpan.FromMinutes(1));
        await _silo.Probe.Wait("steady-1");
    }

    [Fact]
    public async Task Call_ClockJumpsPastTheResponseTimeout_TimesOut()
    {
        var call = _silo.Grains.GetGrain<IGateGrain>("late").WaitFor("late");
        await _silo.Probe.Wait("late-reached");

        _clock.Jump(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => call.WaitAsync(Probe.Patience));
        _silo.Probe.Set("late");
    }
}
