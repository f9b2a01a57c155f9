using Orleans;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class RequestContextTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly AsyncLocal<string?> Ambient = new();

    private readonly IContextGrain _grain = fixture.Silo.Grains.GetGrain<IContextGrain>("context");

    [Fact]
    public async Task Set_ByTheCaller_IsSeenByTheGrain()
    {
        RequestContext.Set("tenant", "t1");

        Assert.Equal("t1", await _grain.Read("tenant"));
    }

    [Fact]
    public async Task Set_ByTheCaller_IsSeenByTheGrainBehindTheGrain()
    {
        RequestContext.Set("tenant", "t2");

        Assert.Equal("t2", await _grain.ReadThrough("other", "tenant"));
    }

    [Fact]
    public async Task Set_ByTheGrain_DoesNotComeBack()
    {
        RequestContext.Set("tenant", "mine");

        await _grain.Write("tenant", "theirs");

        Assert.Equal("mine", RequestContext.Get("tenant"));
    }

    [Fact]
    public async Task Set_ByOneCall_IsNotSeenByTheNext()
    {
        await _grain.Write("left-behind", "x");

        Assert.Null(await _grain.Read("left-behind"));
    }

    [Fact]
    public async Task Remove_ByTheCaller_IsGone()
    {
        RequestContext.Set("gone", "x");
        Assert.True(RequestContext.Remove("gone"));

        Assert.Null(await _grain.Read("gone"));
    }

    [Fact]
    public async Task Set_StillThereAfterAnAwaitInTheGrain()
    {
        RequestContext.Set("tenant", "t3");

        Assert.Equal("t3", await _grain.ReadLater("tenant"));
    }

    [Fact]
    public async Task AsyncLocalOfTheCaller_DoesNotFlow()
    {
        Ambient.Value = "ambient";

        Assert.Null(await _grain.ReadAmbient());
    }

    internal static string? ReadAmbient() => Ambient.Value;
}

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Read(string key);

    Task<string?> ReadLater(string key);

    Task<string?> ReadThrough(string grain, string key);

    Task<string?> ReadAmbient();

    Task Write(string key, string value);
}

public sealed class ContextGrain : Grain, IContextGrain
{
    public Task<string?> Read(string key) => Task.FromResult(RequestContext.Get(key) as string);

    public async Task<string?> ReadLater(string key)
    {
        await Task.Yield();
        return RequestContext.Get(key) as string;
    }

    public Task<string?> ReadThrough(string grain, string key) => GrainFactory.GetGrain<IContextGrain>(grain).Read(key);

    public Task<string?> ReadAmbient() => Task.FromResult(RequestContextTests.ReadAmbient());

    public Task Write(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }
}
