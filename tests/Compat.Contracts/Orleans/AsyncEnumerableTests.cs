using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;

namespace Compat.Contracts.Orleans;

public sealed class AsyncEnumerableTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly Probe _probe = fixture.Silo.Probe;

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(1000, 100)]
    [InlineData(7, 1)]
    [InlineData(7, 3)]
    public async Task Enumerate_AnyLengthAndBatch_BringsEverythingInOrder(int count, int batch)
    {
        var seen = new List<int>();

        await foreach (var value in Grain($"count-{count}-{batch}").Count(count).WithBatchSize(batch))
            seen.Add(value);

        Assert.Equal(Enumerable.Range(0, count), seen);
    }

    [Fact]
    public async Task Enumerate_SlowSource_BringsElementsAsTheyCome()
    {
        await using var stream = Grain("slow").Steps("slow").GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("slow-0", stream.Current);
        _probe.Set("slow-go-1");
        Assert.True(await stream.MoveNextAsync());
        Assert.Equal("slow-1", stream.Current);
        _probe.Set("slow-go-2");
        Assert.False(await stream.MoveNextAsync());
    }

    [Fact]
    public async Task Enumerate_WhileTheSourceWaits_OtherCallsGetTheirTurn()
    {
        var grain = Grain("busy");
        await using var stream = grain.Steps("busy").GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await stream.MoveNextAsync();
        var next = stream.MoveNextAsync();

        await grain.Open("busy-go-1").WaitAsync(Probe.Patience);

        Assert.True(await next);
        _probe.Set("busy-go-2");
    }

    [Fact]
    public async Task Enumerate_SourceFails_ElementsFirstThenTheException()
    {
        var seen = new List<int>();

        var failure = await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
        {
            await foreach (var value in Grain("fails").FailAfter(3))
                seen.Add(value);
        });

        Assert.Equal("stream", failure.Message);
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task Enumerate_BreakEarly_RunsTheSourcesFinally()
    {
        await foreach (var value in Grain("broken-off").Endless("broken-off").WithBatchSize(1))
        {
            if (value == 2)
                break;
        }

        await _probe.Wait("broken-off-finally");
    }

    [Fact]
    public async Task Enumerate_CancelledByTheCaller_ThrowsAndCancelsTheSource()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var value in Grain("cancelled").WaitForever("cancelled", cancellation.Token))
                await cancellation.CancelAsync();
        });

        await _probe.Wait("cancelled-cancelled");
    }

    [Fact]
    public async Task Enumerate_WithCancellation_ReachesTheEnumeratorParameter()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var value in Grain("with").WaitForever("with").WithCancellation(cancellation.Token))
                await cancellation.CancelAsync();
        });

        await _probe.Wait("with-cancelled");
    }

    [Fact]
    public async Task Enumerate_TheSameStreamTwice_RunsItTwice()
    {
        var stream = Grain("twice").Count(3);

        Assert.Equal(3, await Length(stream));
        Assert.Equal(3, await Length(stream));
    }

    [Fact]
    public async Task Enumerate_GrainDeactivatedMeanwhile_Aborts()
    {
        var grain = Grain("gone");
        await using var stream = grain.Endless("gone").WithBatchSize(1).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await stream.MoveNextAsync();
        await grain.Leave();
        await _probe.Wait("stream-grain-left:gone");

        await Assert.ThrowsAsync<EnumerationAbortedException>(async () => await stream.MoveNextAsync());
    }

    [Fact]
    public async Task Enumerate_MutableElements_AreCopies()
    {
        await foreach (var list in Grain("copies").Growing(3).WithBatchSize(1))
            list.Add(-1);

        Assert.Equal(3, await Grain("copies").GrownTo());
    }

    private static async Task<int> Length(IAsyncEnumerable<int> stream)
    {
        var length = 0;
        await foreach (var _ in stream)
            length++;

        return length;
    }

    private IStreamGrain Grain(string key) => fixture.Silo.Grains.GetGrain<IStreamGrain>(key);
}

public interface IStreamGrain : IGrainWithStringKey
{
    IAsyncEnumerable<int> Count(int count);

    IAsyncEnumerable<string> Steps(string name);

    IAsyncEnumerable<int> FailAfter(int count);

    IAsyncEnumerable<int> Endless(string name, CancellationToken cancellation = default);

    IAsyncEnumerable<int> WaitForever(string name, CancellationToken cancellation = default);

    IAsyncEnumerable<List<int>> Growing(int count);

    Task<int> GrownTo();

    Task Open(string gate);

    Task Leave();
}

public sealed class StreamGrain(Probe probe) : Grain, IStreamGrain
{
    private readonly List<int> _grown = [];

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Set($"stream-grain-left:{this.GetPrimaryKeyString()}");
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<int> Count(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 10 == 5)
                await Task.Yield();

            yield return i;
        }
    }

    public async IAsyncEnumerable<string> Steps(string name)
    {
        yield return $"{name}-0";
        await probe.Wait($"{name}-go-1");
        yield return $"{name}-1";
        await probe.Wait($"{name}-go-2");
    }

    public async IAsyncEnumerable<int> FailAfter(int count)
    {
        for (var i = 0; i < count; i++)
            yield return i;

        await Task.Yield();
        throw new InvalidTimeZoneException("stream");
    }

    public async IAsyncEnumerable<int> Endless(string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                yield return i;
                await Task.Yield();
            }
        }
        finally
        {
            probe.Set($"{name}-finally");
        }
    }

    public async IAsyncEnumerable<int> WaitForever(string name, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return 0;
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            probe.Set(cancellation.IsCancellationRequested ? $"{name}-cancelled" : $"{name}-ended");
        }
    }

    public async IAsyncEnumerable<List<int>> Growing(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _grown.Add(i);
            yield return _grown;
            await Task.Yield();
        }
    }

    public Task<int> GrownTo() => Task.FromResult(_grown.Count);

    public Task Open(string gate)
    {
        probe.Set(gate);
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
