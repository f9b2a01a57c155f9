using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class FiltersTests : IAsyncLifetime
{
    private TestSilo _silo = null!;

    public async ValueTask InitializeAsync() => _silo = await TestSilo.StartAsync(silo => silo
        .AddOutgoingGrainCallFilter<NotingOutgoingFilter>()
        .AddIncomingGrainCallFilter<NotingFilter>()
        .AddIncomingGrainCallFilter(async context =>
        {
            if (context is { MethodName: nameof(IFilteredGrain.Answer), InterfaceMethod.DeclaringType: var type } && type == typeof(IFilteredGrain))
                await Decide(context);
            else
                await context.Invoke();
        }));

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Incoming_Call_SeesInterfaceMethodArgumentsAndGrain()
    {
        await _silo.Grains.GetGrain<IFilteredGrain>("seen").Answer("question");

        Assert.Contains("in Compat.Contracts.Orleans.IFilteredGrain.Answer(question) on filtered/seen by FilteredGrain via Answer", _silo.Probe.Notes);
    }

    [Fact]
    public async Task Incoming_ChangesTheArgumentAndTheResult()
    {
        Assert.Equal("<CHANGED!>", await _silo.Grains.GetGrain<IFilteredGrain>("x").Answer("change"));
    }

    [Fact]
    public async Task Incoming_DoesNotInvoke_TheGrainIsNotCalled()
    {
        Assert.Equal("cached", await _silo.Grains.GetGrain<IFilteredGrain>("x").Answer("skip"));

        Assert.DoesNotContain(_silo.Probe.Notes, note => note.StartsWith("answered skip", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Incoming_Throws_TheCallerGetsIt()
    {
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _silo.Grains.GetGrain<IFilteredGrain>("x").Answer("forbidden"));
    }

    [Fact]
    public async Task Incoming_GrainIsItsOwnFilter_ComesLast()
    {
        Assert.Equal("filtered by the grain", await _silo.Grains.GetGrain<ISelfFilteringGrain>("x").Answer());
    }

    [Fact]
    public async Task Incoming_GrainThrows_TheFilterMayCatchAndReplace()
    {
        Assert.Equal("rescued", await _silo.Grains.GetGrain<IFilteredGrain>("x").Answer("throw"));
    }

    [Fact]
    public async Task Outgoing_Call_SeesItAndItsContextFlowsToTheGrain()
    {
        Assert.Equal("stamped", await _silo.Grains.GetGrain<IFilteredGrain>("x").Stamp());

        Assert.Contains("out IFilteredGrain.Stamp", _silo.Probe.Notes);
    }

    [Fact]
    public async Task Incoming_AsyncEnumerable_IsSeenAsTheGrainExtensionOnly()
    {
        var seen = new List<int>();
        await foreach (var value in _silo.Grains.GetGrain<IFilteredGrain>("stream").Stream())
            seen.Add(value);

        Assert.Equal([1, 2], seen);
        var methods = _silo.Probe.Notes.Where(note => note.StartsWith("in ", StringComparison.Ordinal) && note.Contains("filtered/stream", StringComparison.Ordinal))
            .Select(note => note.Split('(')[0]).ToList();
        Assert.Contains("in Orleans.Runtime.IAsyncEnumerableGrainExtension.StartEnumeration", methods);
        Assert.Contains("in Orleans.Runtime.IAsyncEnumerableGrainExtension.DisposeAsync", methods);
        Assert.All(methods, method => Assert.StartsWith("in Orleans.Runtime.IAsyncEnumerableGrainExtension.", method, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Incoming_AsyncEnumerable_TheRequestNamesTheGrainsMethod()
    {
        await foreach (var _ in _silo.Grains.GetGrain<IFilteredGrain>("named").Stream())
        {
        }

        Assert.Contains("stream of IFilteredGrain.Stream on filtered/named", _silo.Probe.Notes);
    }

    private static async Task Decide(IIncomingGrainCallContext context)
    {
        var question = (string)context.Request.GetArgument(0)!;
        switch (question)
        {
            case "change":
                context.Request.SetArgument(0, "CHANGED");
                await context.Invoke();
                context.Result = $"<{context.Result}>";
                break;
            case "skip":
                context.Result = "cached";
                break;
            case "forbidden":
                throw new UnauthorizedAccessException("no");
            case "throw":
                await Assert.ThrowsAsync<InvalidTimeZoneException>(context.Invoke);
                context.Result = "rescued";
                break;
            default:
                await context.Invoke();
                break;
        }
    }
}

public sealed class NotingFilter(Probe probe) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var first = context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) : null;
        probe.Note($"in {context.InterfaceName}.{context.InterfaceMethod.Name}({first}) on {context.TargetId} "
            + $"by {context.Grain.GetType().Name} via {context.ImplementationMethod.Name}");
        if (context.InterfaceMethod.Name == "StartEnumeration" && context.Request.GetArgument(1) is global::Orleans.Serialization.Invocation.IInvokable request)
            probe.Note($"stream of {request.GetInterfaceType().Name}.{request.GetMethodName()} on {context.TargetId}");

        await context.Invoke();
    }
}

public sealed class NotingOutgoingFilter(Probe probe) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType == typeof(IFilteredGrain))
        {
            probe.Note($"out {context.InterfaceMethod.DeclaringType.Name}.{context.MethodName}");
            RequestContext.Set("stamp", "stamped");
        }

        return context.Invoke();
    }
}

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Answer(string question);

    Task<string> Stamp();

    IAsyncEnumerable<int> Stream();
}

public sealed class FilteredGrain(Probe probe) : Grain, IFilteredGrain
{
    public Task<string> Answer(string question)
    {
        probe.Note($"answered {question}");
        return question == "throw" ? throw new InvalidTimeZoneException() : Task.FromResult(question + "!");
    }

    public Task<string> Stamp() => Task.FromResult((string)RequestContext.Get("stamp")!);

    public async IAsyncEnumerable<int> Stream()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }
}

public interface ISelfFilteringGrain : IGrainWithStringKey
{
    Task<string> Answer();
}

public sealed class SelfFilteringGrain : Grain, ISelfFilteringGrain, IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = "filtered by the grain";
    }

    public Task<string> Answer() => Task.FromResult("plain");
}
