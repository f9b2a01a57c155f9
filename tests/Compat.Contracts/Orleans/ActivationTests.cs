using Orleans;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class ActivationTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly IGrainFactory _grains = fixture.Silo.Grains;
    private readonly Probe _probe = fixture.Silo.Probe;

    [Fact]
    public async Task Call_SameKeyTwice_MeetsTheSameActivation()
    {
        await _grains.GetGrain<ILedgerGrain>("same").Add(2);

        Assert.Equal(5, await _grains.GetGrain<ILedgerGrain>("same").Add(3));
    }

    [Fact]
    public async Task Call_OtherKey_MeetsAnotherActivation()
    {
        await _grains.GetGrain<ILedgerGrain>("left").Add(2);

        Assert.Equal(3, await _grains.GetGrain<ILedgerGrain>("right").Add(3));
    }

    [Fact]
    public async Task Call_ManyFirstCallsAtOnce_MakeOneActivation()
    {
        var grain = _grains.GetGrain<ILedgerGrain>("crowd");

        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => grain.ActivationId()));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, _probe.CountOf("activated:crowd"));
    }

    [Fact]
    public async Task Call_ActivationFails_FailsAndTheNextCallTriesAgain()
    {
        var grain = _grains.GetGrain<IStubbornGrain>("stubborn");

        var failure = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => grain.Hello());

        Assert.Equal("not yet", failure.Message);
        Assert.Equal("hello", await grain.Hello());
        Assert.Equal(2, _probe.CountOf("stubborn"));
    }

    [Fact]
    public async Task Call_MethodFails_ThrowsTheSameTypeAndKeepsTheActivation()
    {
        var grain = _grains.GetGrain<ILedgerGrain>("failing");
        await grain.Add(1);

        var failure = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => grain.Fail("broken"));

        Assert.Equal("broken", failure.Message);
        Assert.Equal(2, await grain.Add(1));
    }

    [Fact]
    public async Task Call_MethodFailsBeforeItsFirstAwait_FailsTheTask()
    {
        var task = _grains.GetGrain<ILedgerGrain>("failing-early").FailEarly();

        await Assert.ThrowsAsync<NotSupportedException>(() => task);
    }

    [Fact]
    public async Task GetPrimaryKey_EachKindOfKey_IsTheKeyOfTheReference()
    {
        var guid = Guid.NewGuid();

        Assert.Equal("a/b+c d", await _grains.GetGrain<ILedgerGrain>("a/b+c d").Key());
        Assert.Equal(guid, await _grains.GetGrain<IGuidKeyGrain>(guid).Key());
        Assert.Equal(-7, await _grains.GetGrain<IIntegerKeyGrain>(-7).Key());
        Assert.Equal("tenant/voice", _grains.GetGrain<ILedgerGrain>("tenant/voice").GetPrimaryKeyString());
    }

    [Fact]
    public async Task GetGrainId_GrainAndReference_AgreeAndReadTypeSlashKey()
    {
        var grain = _grains.GetGrain<ILedgerGrain>("t1/v1");

        Assert.Equal("ledger/t1/v1", grain.GetGrainId().ToString());
        Assert.Equal(grain.GetGrainId(), await grain.Id());
        Assert.Equal(grain.GetGrainId(), GrainId.Parse("ledger/t1/v1"));
    }

    [Fact]
    public void GetUniformHashCode_KnownId_IsTheSameEverywhere()
    {
        Assert.Equal(3_219_866_470u, GrainId.Create("ledger", "t1/v1").GetUniformHashCode());
    }

    [Fact]
    public void GetGrain_GrainTypeAttribute_NamesTheClass()
    {
        Assert.Equal("renamed-in-storage/x", _grains.GetGrain<IRenamedGrain>("x").GetGrainId().ToString());
    }

    [Fact]
    public void GetGrain_NoImplementation_Throws()
    {
        Assert.Throws<ArgumentException>(() => _grains.GetGrain<IOrphanGrain>("x"));
    }

    [Fact]
    public void Equals_TwoReferencesToOneGrain_AreEqual()
    {
        var one = _grains.GetGrain<ILedgerGrain>("equal");
        var two = _grains.GetGrain<ILedgerGrain>("equal");

        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, _grains.GetGrain<ILedgerGrain>("other"));
    }

    [Fact]
    public async Task AsReference_FromInsideAGrain_CanBePassedOn()
    {
        var grain = _grains.GetGrain<ILedgerGrain>("self");
        await grain.Add(4);

        var reference = await grain.Self();

        Assert.Equal(grain, reference);
        Assert.Equal(5, await reference.Add(1));
    }

    [Fact]
    public async Task Call_GrainToGrain_Answers()
    {
        Assert.Equal(9, await _grains.GetGrain<ILedgerGrain>("caller").AddElsewhere("callee", 9));
    }

    [Fact]
    public async Task Call_ValueTaskMethods_Answer()
    {
        var grain = _grains.GetGrain<ILedgerGrain>("value-task");

        await grain.Touch();

        Assert.Equal(1, await grain.Touches());
    }
}

public interface ILedgerGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<int> AddElsewhere(string key, int amount);

    Task<string> ActivationId();

    Task<string> Key();

    Task<GrainId> Id();

    Task<ILedgerGrain> Self();

    Task Fail(string message);

    Task FailEarly();

    ValueTask Touch();

    ValueTask<int> Touches();
}

public sealed class LedgerGrain(Probe probe) : Grain, ILedgerGrain
{
    private int _total;
    private int _touches;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Count($"activated:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public Task<int> Add(int amount) => Task.FromResult(_total += amount);

    public Task<int> AddElsewhere(string key, int amount) => GrainFactory.GetGrain<ILedgerGrain>(key).Add(amount);

    public Task<string> ActivationId() => Task.FromResult(GrainContext.ActivationId.ToString());

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task<GrainId> Id() => Task.FromResult(this.GetGrainId());

    public Task<ILedgerGrain> Self() => Task.FromResult(this.AsReference<ILedgerGrain>());

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new InvalidTimeZoneException(message);
    }

    public Task FailEarly() => throw new NotSupportedException();

    public ValueTask Touch()
    {
        _touches++;
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> Touches() => new(_touches);
}

public interface IStubbornGrain : IGrainWithStringKey
{
    Task<string> Hello();
}

public sealed class StubbornGrain(Probe probe) : Grain, IStubbornGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        probe.Count("stubborn") == 1 ? throw new InvalidTimeZoneException("not yet") : Task.CompletedTask;

    public Task<string> Hello() => Task.FromResult("hello");
}

public interface IGuidKeyGrain : IGrainWithGuidKey
{
    Task<Guid> Key();
}

public sealed class GuidKeyGrain : Grain, IGuidKeyGrain
{
    public Task<Guid> Key() => Task.FromResult(this.GetPrimaryKey());
}

public interface IIntegerKeyGrain : IGrainWithIntegerKey
{
    Task<long> Key();
}

public sealed class IntegerKeyGrain : Grain, IIntegerKeyGrain
{
    public Task<long> Key() => Task.FromResult(this.GetPrimaryKeyLong());
}

public interface IRenamedGrain : IGrainWithStringKey
{
    Task Nothing();
}

[GrainType("renamed-in-storage")]
public sealed class RenamedGrain : Grain, IRenamedGrain
{
    public Task Nothing() => Task.CompletedTask;
}

public interface IOrphanGrain : IGrainWithStringKey
{
    Task Nothing();
}
