using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Compat.Contracts.Orleans;

public sealed class PersistentStateTests : IAsyncLifetime
{
    private readonly ScriptedStorage _storage = new();
    private TestSilo _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await TestSilo.StartAsync(silo =>
        silo.Services.AddKeyedSingleton<IGrainStorage>("scripted", (_, _) => _storage));

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task State_NeverWritten_IsEmptyWithoutRecordOrETag()
    {
        var view = await _silo.Grains.GetGrain<IStateGrain>("fresh").Look();

        Assert.Equal(new StateView(0, false, false, ""), view);
    }

    [Fact]
    public async Task Write_ThenNewActivation_ReadsItBackBeforeOnActivate()
    {
        var grain = _silo.Grains.GetGrain<IStateGrain>("kept");
        await grain.Set(42);
        Assert.Equal(new StateView(42, true, true, ""), await grain.Look());

        await grain.Leave();

        Assert.Equal(42, await grain.SeenOnActivate());
        Assert.Equal(new StateView(42, true, true, ""), await grain.Look());
    }

    [Fact]
    public async Task Write_TwoProviders_KeepTheirOwnStates()
    {
        var grain = _silo.Grains.GetGrain<IStateGrain>("both");
        await grain.Set(1);
        await grain.SetSecond("two");
        await grain.Leave();

        Assert.Equal(new StateView(1, true, true, "two"), await grain.Look());
    }

    [Fact]
    public async Task State_ChangedWithoutWrite_IsGoneWithTheActivation()
    {
        var grain = _silo.Grains.GetGrain<IStateGrain>("unwritten");
        await grain.Set(1);
        await grain.SetWithoutWriting(2);
        await grain.Leave();

        Assert.Equal(1, (await grain.Look()).Value);
    }

    [Fact]
    public async Task Clear_Written_RemovesTheRecord()
    {
        var grain = _silo.Grains.GetGrain<IStateGrain>("cleared");
        await grain.Set(5);

        await grain.Clear();

        var view = await grain.Look();
        Assert.Equal(0, view.Value);
        Assert.False(view.RecordExists);
        await grain.Leave();
        Assert.Equal(0, (await grain.Look()).Value);
    }

    [Fact]
    public async Task Read_Again_ReplacesUnwrittenChanges()
    {
        var grain = _silo.Grains.GetGrain<IStateGrain>("reread");
        await grain.Set(5);
        await grain.SetWithoutWriting(6);

        Assert.Equal(5, await grain.ReadAgain());
    }

    [Fact]
    public async Task Write_ETagClash_ThrowsAndTheNextCallMeetsFreshState()
    {
        var grain = _silo.Grains.GetGrain<IScriptedGrain>("clash");
        await grain.Set(1);
        _storage.ChangeBehindTheBack("clash", 100);

        var failure = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Set(2));

        Assert.NotEqual(failure.StoredEtag, failure.CurrentEtag);
        Assert.Equal(100, await grain.Get());
        await grain.Set(3);
        Assert.Equal(3, await grain.Get());
        Assert.Equal(2, _silo.Probe.CountOf("scripted:clash"));
    }

    [Fact]
    public async Task Write_ETagClashCaughtInTheGrain_KeepsTheActivation()
    {
        var grain = _silo.Grains.GetGrain<IScriptedGrain>("caught");
        await grain.Set(1);
        _storage.ChangeBehindTheBack("caught", 100);

        Assert.False(await grain.TrySet(2));

        Assert.Equal(2, await grain.Get());
        Assert.Equal(1, _silo.Probe.CountOf("scripted:caught"));
    }

    [Fact]
    public async Task Write_ETagClash_EndsOnlyTheActivationThatWrote()
    {
        var front = _silo.Grains.GetGrain<IScriptedGrain>("front");
        await front.Set(1);
        await _silo.Grains.GetGrain<IScriptedGrain>("back").Set(1);
        _storage.ChangeBehindTheBack("back", 100);

        await Assert.ThrowsAsync<InconsistentStateException>(() => front.SetElsewhere("back", 2));

        await front.Get();
        Assert.Equal(1, _silo.Probe.CountOf("scripted:front"));
    }

    [Fact]
    public async Task Read_StorageFails_FailsTheCallAndTheNextOneReadsAgain()
    {
        var grain = _silo.Grains.GetGrain<IScriptedGrain>("down");
        _storage.FailNextRead("down");

        var failure = await Assert.ThrowsAsync<OrleansException>(() => grain.Get());

        Assert.IsType<TimeZoneNotFoundException>(failure.InnerException);

        Assert.Equal(0, await grain.Get());
    }

    /// <summary>Many, since an activation that fails before its first call has come is a matter of microseconds.</summary>
    [Fact]
    public async Task Read_StorageFailsForManyGrains_FailsTheFirstCallOfEach()
    {
        for (var i = 0; i < 40_000; i++)
        {
            _storage.FailNextRead($"down-{i}");
            await Assert.ThrowsAnyAsync<OrleansException>(() => _silo.Grains.GetGrain<IScriptedGrain>($"down-{i}").Get());
        }
    }

    [Fact]
    public async Task Write_StorageFails_ReachesTheCallerInsideAnOrleansException()
    {
        var grain = _silo.Grains.GetGrain<IScriptedGrain>("write-down");
        await grain.Set(1);
        _storage.FailNextWrite("write-down");

        var failure = await Assert.ThrowsAsync<OrleansException>(() => grain.Set(2));

        Assert.IsType<TimeZoneNotFoundException>(failure.InnerException);
        await grain.Set(3);
        Assert.Equal(3, await grain.Get());
    }

    [Fact]
    public async Task Activate_UnknownProvider_FailsAndNamesIt()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _silo.Grains.GetGrain<IMisconfiguredGrain>("x").Look());

        Assert.Contains("no-such-provider", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_IsCalledWithTheStateNameAndTheGrainId()
    {
        await _silo.Grains.GetGrain<IScriptedGrain>("t1/named").Set(1);

        Assert.Contains("counter|scripted/t1/named", _storage.Keys);
    }
}

[GenerateSerializer]
public sealed record StateView(int Value, bool RecordExists, bool HasETag, string Second);

[GenerateSerializer]
public sealed class CounterState
{
    [Id(0)]
    public int Value { get; set; }
}

[GenerateSerializer]
public sealed class SecondState
{
    [Id(0)]
    public string Text { get; set; } = "";
}

public interface IStateGrain : IGrainWithStringKey
{
    Task Set(int value);

    Task SetSecond(string text);

    Task SetWithoutWriting(int value);

    Task<int> ReadAgain();

    Task Clear();

    Task<StateView> Look();

    Task<int> SeenOnActivate();

    Task Leave();
}

public sealed class StateGrain(
    [PersistentState("counter")] IPersistentState<CounterState> counter,
    [PersistentState("second", "second")] IPersistentState<SecondState> second) : Grain, IStateGrain
{
    private int _seen;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _seen = counter.State.Value;
        return Task.CompletedTask;
    }

    public Task Set(int value)
    {
        counter.State.Value = value;
        return counter.WriteStateAsync();
    }

    public Task SetSecond(string text)
    {
        second.State.Text = text;
        return second.WriteStateAsync();
    }

    public Task SetWithoutWriting(int value)
    {
        counter.State.Value = value;
        return Task.CompletedTask;
    }

    public async Task<int> ReadAgain()
    {
        await counter.ReadStateAsync();
        return counter.State.Value;
    }

    public Task Clear() => counter.ClearStateAsync();

    public Task<StateView> Look() => Task.FromResult(
        new StateView(counter.State.Value, counter.RecordExists, counter.Etag is not null, second.State.Text));

    public Task<int> SeenOnActivate() => Task.FromResult(_seen);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public interface IScriptedGrain : IGrainWithStringKey
{
    Task Set(int value);

    Task<bool> TrySet(int value);

    Task SetElsewhere(string key, int value);

    Task<int> Get();
}

public sealed class ScriptedGrain(
    [PersistentState("counter", "scripted")] IPersistentState<CounterState> counter, Probe probe) : Grain, IScriptedGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Count($"scripted:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public async Task Set(int value)
    {
        counter.State.Value = value;
        await counter.WriteStateAsync();
    }

    public async Task<bool> TrySet(int value)
    {
        try
        {
            await Set(value);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    public Task SetElsewhere(string key, int value) => GrainFactory.GetGrain<IScriptedGrain>(key).Set(value);

    public Task<int> Get() => Task.FromResult(counter.State.Value);
}

public interface IMisconfiguredGrain : IGrainWithStringKey
{
    Task Look();
}

public sealed class MisconfiguredGrain(
    [PersistentState("state", "no-such-provider")] IPersistentState<CounterState> state) : Grain, IMisconfiguredGrain
{
    public Task Look() => Task.FromResult(state.State.Value);
}
