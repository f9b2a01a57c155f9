using XttsSaas.Abstractions.Ids;
using XttsSaas.Silo.Inference;

namespace XttsSaas.Silo.Tests.Inference;

public sealed class SpeechGateTests
{
    private static readonly TenantId A = TenantId.New(DateTimeOffset.UnixEpoch);
    private static readonly TenantId B = TenantId.New(DateTimeOffset.UnixEpoch.AddSeconds(1));

    [Fact]
    public async Task EnterAsync_LongTextAheadOfAShortOne_LetsTheShortOneInBetween()
    {
        var gate = new SpeechGate(1);
        var turn = await gate.EnterAsync(A, 80, default);
        var waiting = new Dictionary<Task<IDisposable>, string>
        {
            [gate.EnterAsync(A, 80, default)] = "A2",
            [gate.EnterAsync(A, 80, default)] = "A3",
            [gate.EnterAsync(A, 80, default)] = "A4",
            [gate.EnterAsync(B, 80, default)] = "B1",
        };

        var order = new List<string>();
        while (waiting.Count > 0)
        {
            turn.Dispose();
            var next = await Task.WhenAny(waiting.Keys);
            turn = await next;
            Assert.True(waiting.Remove(next, out var name));
            order.Add(name);
        }

        Assert.Equal(new[] { "A2", "B1", "A3", "A4" }, order);
    }

    [Fact]
    public async Task EnterAsync_MoreThanParallel_Waits()
    {
        var gate = new SpeechGate(2);
        var first = await gate.EnterAsync(A, 1, default);
        await gate.EnterAsync(A, 1, default);
        var third = gate.EnterAsync(B, 1, default);
        Assert.False(third.IsCompleted);

        first.Dispose();
        first.Dispose();

        await third;
        Assert.False(gate.EnterAsync(B, 1, default).IsCompleted);
    }

    [Fact]
    public async Task EnterAsync_CancelledWhileWaiting_GivesItsPlaceAway()
    {
        var gate = new SpeechGate(1);
        var first = await gate.EnterAsync(A, 1, default);
        using var cancellation = new CancellationTokenSource();
        var gone = gate.EnterAsync(A, 1, cancellation.Token);
        var next = gate.EnterAsync(B, 1, default);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        first.Dispose();

        await next;
    }
}
