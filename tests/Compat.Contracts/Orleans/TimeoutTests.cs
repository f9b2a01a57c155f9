using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Compat.Contracts.Orleans;

public sealed class TimeoutTests : IAsyncLifetime
{
    private TestSilo _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await TestSilo.StartAsync(silo =>
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMilliseconds(500)));

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Call_NoAnswerInTime_ThrowsTimeoutException()
    {
        var grain = _silo.Grains.GetGrain<ISlowGrain>("slow");

        await Assert.ThrowsAsync<TimeoutException>(() => grain.WaitFor("slow").WaitAsync(Probe.Patience));

        _silo.Probe.Set("slow");
    }

    [Fact]
    public async Task Call_AfterATimeOut_TheGrainWorksOn()
    {
        var grain = _silo.Grains.GetGrain<ISlowGrain>("recovers");
        await Assert.ThrowsAsync<TimeoutException>(() => grain.WaitFor("recovers").WaitAsync(Probe.Patience));

        _silo.Probe.Set("recovers");

        Assert.Equal("ok", await grain.Quick());
    }

    [Fact]
    public async Task Call_TwoGrainsCallEachOther_EndsAsTimeoutNotAsHang()
    {
        var grain = _silo.Grains.GetGrain<ISlowGrain>("a");

        await Assert.ThrowsAsync<TimeoutException>(() => grain.CallAround("b").WaitAsync(Probe.Patience));

        Assert.Equal("ok", await grain.Quick());
    }

    [Fact]
    public async Task Call_GrainCallsItself_EndsAsTimeoutNotAsHang()
    {
        await Assert.ThrowsAsync<TimeoutException>(
            () => _silo.Grains.GetGrain<ISlowGrain>("self").CallAround("self").WaitAsync(Probe.Patience));
    }

    [Fact]
    public async Task Call_ResponseTimeoutAttribute_WaitsItsOwnTime()
    {
        var call = _silo.Grains.GetGrain<ISlowGrain>("patient").WaitPatiently("patient");
        await Assert.ThrowsAsync<TimeoutException>(() => _silo.Grains.GetGrain<ISlowGrain>("clock").WaitFor("clock"));

        _silo.Probe.Set("patient");

        await call.WaitAsync(Probe.Patience);
        _silo.Probe.Set("clock");
    }
}

public interface ISlowGrain : IGrainWithStringKey
{
    Task WaitFor(string gate);

    [ResponseTimeout("00:01:00")]
    Task WaitPatiently(string gate);

    Task<string> CallAround(string other);

    Task<string> CallBack(ISlowGrain back);

    Task<string> Quick();
}

public sealed class SlowGrain(Probe probe) : Grain, ISlowGrain
{
    public Task WaitFor(string gate) => probe.Wait(gate);

    public Task WaitPatiently(string gate) => probe.Wait(gate);

    public Task<string> CallAround(string other) => GrainFactory.GetGrain<ISlowGrain>(other).CallBack(this.AsReference<ISlowGrain>());

    public Task<string> CallBack(ISlowGrain back) => back.Quick();

    public Task<string> Quick() => Task.FromResult("ok");
}
