using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace Compat.Contracts.Orleans;

public sealed class ObserversTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Notify_Subscribed_ReachesTheObserver()
    {
        var observer = new Listener(_probe, "heard");
        var reference = _grains.CreateObjectReference<IListener>(observer);
        var grain = _grains.GetGrain<ISpeakerGrain>("speaker");
        await grain.Subscribe(reference);

        await grain.Say("hello");

        await _probe.Wait("heard:hello");
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task Notify_OneOfTwoFails_TheOtherStillHearsAndTheGrainLives()
    {
        var bad = new Listener(_probe, "bad", fails: true);
        var good = new Listener(_probe, "good");
        var grain = _grains.GetGrain<ISpeakerGrain>("two");
        await grain.Subscribe(_grains.CreateObjectReference<IListener>(bad));
        await grain.Subscribe(_grains.CreateObjectReference<IListener>(good));

        await grain.Say("first");
        await grain.Say("second");

        await _probe.Wait("good:second");
        GC.KeepAlive(bad);
        GC.KeepAlive(good);
    }

    [Fact]
    public async Task Notify_AwaitedObserverFails_IsRemovedByTheObserverManager()
    {
        var bad = new Listener(_probe, "awaited-bad", fails: true);
        var good = new Listener(_probe, "awaited-good");
        var grain = _grains.GetGrain<ISpeakerGrain>("awaited");
        await grain.Subscribe(_grains.CreateObjectReference<IListener>(bad));
        await grain.Subscribe(_grains.CreateObjectReference<IListener>(good));

        Assert.Equal(1, await grain.AskAll("q"));

        await _probe.Wait("awaited-good:q");
        GC.KeepAlive(bad);
        GC.KeepAlive(good);
    }

    [Fact]
    public async Task Call_ObserverWithAnswer_AnswersTheGrain()
    {
        var observer = new Listener(_probe, "asked");
        var reference = _grains.CreateObjectReference<IListener>(observer);

        Assert.Equal("asked?", await _grains.GetGrain<ISpeakerGrain>("asking").Ask(reference, "asked"));
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task Subscribe_TheSameReferenceTwice_HearsOnce()
    {
        var observer = new Listener(_probe, "once");
        var reference = _grains.CreateObjectReference<IListener>(observer);
        var grain = _grains.GetGrain<ISpeakerGrain>("once");
        await grain.Subscribe(reference);
        await grain.Subscribe(reference);

        await grain.Say("a");
        await grain.Say("b");
        await _probe.Wait("once:b");

        Assert.Equal(2, _probe.CountOf("once"));
        GC.KeepAlive(observer);
    }

    [Fact]
    public async Task DeleteObjectReference_ThenNotify_HearsNothing()
    {
        var gone = new Listener(_probe, "gone");
        var stays = new Listener(_probe, "stays");
        var reference = _grains.CreateObjectReference<IListener>(gone);
        var grain = _grains.GetGrain<ISpeakerGrain>("deleted");
        await grain.Subscribe(reference);
        await grain.Subscribe(_grains.CreateObjectReference<IListener>(stays));

        _grains.DeleteObjectReference<IListener>(reference);
        await grain.Say("x");
        await _probe.Wait("stays:x");

        Assert.Equal(0, _probe.CountOf("gone"));
        GC.KeepAlive(gone);
        GC.KeepAlive(stays);
    }

    [Fact]
    public async Task Notify_ManyMessages_ArriveOneAtATime()
    {
        var observer = new Listener(_probe, "many");
        var reference = _grains.CreateObjectReference<IListener>(observer);
        var grain = _grains.GetGrain<ISpeakerGrain>("many");
        await grain.Subscribe(reference);

        for (var i = 0; i < 50; i++)
            await grain.Say($"m{i}");

        await _probe.Wait("many-50");
        Assert.False(observer.Overlapped);
    }

    private sealed class Listener(Probe probe, string name, bool fails = false) : IListener
    {
        private int _inside;

        public bool Overlapped { get; private set; }

        public Task Hear(string text)
        {
            if (Interlocked.Increment(ref _inside) > 1)
                Overlapped = true;

            probe.Set($"{name}-{probe.Count(name)}");
            probe.Set($"{name}:{text}");
            Interlocked.Decrement(ref _inside);
            return fails ? throw new InvalidTimeZoneException(name) : Task.CompletedTask;
        }

        public Task HearAndReport(string text) => Hear(text);

        public Task<string> Answer(string question) => Task.FromResult(question + "?");
    }
}

public interface IListener : IGrainObserver
{
    [OneWay]
    Task Hear(string text);

    Task HearAndReport(string text);

    Task<string> Answer(string question);
}

public interface ISpeakerGrain : IGrainWithStringKey
{
    Task Subscribe(IListener listener);

    Task Say(string text);

    /// <summary>Tells everybody and waits; the number of listeners left afterwards.</summary>
    Task<int> AskAll(string text);

    Task<string> Ask(IListener listener, string question);
}

public sealed class SpeakerGrain : Grain, ISpeakerGrain
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(5), NullLogger.Instance);

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Say(string text) => _listeners.Notify(listener => listener.Hear(text));

    public async Task<int> AskAll(string text)
    {
        await _listeners.Notify(listener => listener.HearAndReport(text));
        return _listeners.Count;
    }

    public Task<string> Ask(IListener listener, string question) => listener.Answer(question);
}
