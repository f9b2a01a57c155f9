using Orleans;

namespace Compat.Contracts.Orleans;

public sealed class TurnsTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Calls_OneActivation_NeverOverlap()
    {
        var grain = _grains.GetGrain<ITurnsGrain>("overlap");

        var overlaps = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => grain.Work()));

        Assert.All(overlaps, Assert.False);
    }

    [Fact]
    public async Task Call_WhileAnotherAwaits_WaitsForItsEnd()
    {
        var grain = _grains.GetGrain<ITurnsGrain>("waits");

        var first = grain.WaitFor("turns-gate", "first");
        await _probe.Wait("turns-gate-reached");
        var second = grain.Note("second");
        _probe.Set("turns-gate");
        await Task.WhenAll(first, second).WaitAsync(Probe.Patience);

        Assert.Equal(["first", "second"], _probe.Notes);
    }

    [Fact]
    public async Task Calls_TwoActivations_RunSideBySide()
    {
        var one = _grains.GetGrain<ITurnsGrain>("side-1").Meet("left", "right");
        var two = _grains.GetGrain<ITurnsGrain>("side-2").Meet("right", "left");

        await Task.WhenAll(one, two).WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task Await_InsideAGrain_ResumesOnItsScheduler()
    {
        Assert.True(await _grains.GetGrain<ITurnsGrain>("scheduler").ResumesOnItsScheduler());
    }

    [Fact]
    public async Task Calls_FanOutFromOneGrain_AllAnswer()
    {
        var grain = _grains.GetGrain<ITurnsGrain>("fan");

        Assert.Equal(50, await grain.FanOut(50));
    }
}

public interface ITurnsGrain : IGrainWithStringKey
{
    /// <summary>Works over several awaits; true when another call was in between.</summary>
    Task<bool> Work();

    Task WaitFor(string gate, string note);

    Task Note(string note);

    Task Meet(string mine, string theirs);

    Task<bool> ResumesOnItsScheduler();

    Task<int> FanOut(int count);
}

public sealed class TurnsGrain(Probe probe) : Grain, ITurnsGrain
{
    private bool _busy;

    public async Task<bool> Work()
    {
        var overlap = _busy;
        _busy = true;
        await Task.Yield();
        await Task.Run(static () => { });
        await Task.Yield();
        _busy = false;
        return overlap;
    }

    public async Task WaitFor(string gate, string note)
    {
        probe.Set(gate + "-reached");
        await probe.Wait(gate);
        probe.Note(note);
    }

    public Task Note(string note)
    {
        probe.Note(note);
        return Task.CompletedTask;
    }

    public async Task Meet(string mine, string theirs)
    {
        probe.Set(mine);
        await probe.Wait(theirs);
    }

    public async Task<bool> ResumesOnItsScheduler()
    {
        var before = TaskScheduler.Current;
        await Task.Run(static () => { });
        return before != TaskScheduler.Default && TaskScheduler.Current == before;
    }

    public async Task<int> FanOut(int count)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(i => GrainFactory.GetGrain<ITurnsGrain>($"leaf-{i}").Work()));
        return answers.Length;
    }
}
