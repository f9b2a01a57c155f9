using XttsSaas.Abstractions.Ids;
using XttsSaas.Silo.Inference;

namespace XttsSaas.Silo.Tests.Inference;

public sealed class SpeechGateTests
{
    private static readonly TenantId A = TenantId.New(DateTimeOffset.UnixEpoch);
    private static readonly TenantId B = TenantId.New(DateTimeOffset.UnixEpoch.AddSeconds(1));

    [Fact]
    public async Task EnterAsync_LongTextAheadOfAShortOne_LetsTheOtherTenantGoFirst()
    {
        var gate = new SpeechGate(1);
        var first = await gate.EnterAsync(A, 80, default);
        var secondOfA = gate.EnterAsync(A, 80, default);
        var firstOfB = gate.EnterAsync(B, 80, default);

        // B starts level with A and A has been charged once more by now.
        first.Dispose();
        var next = await Task.WhenAny(secondOfA, firstOfB);
        (await next).Dispose();
        await Task.WhenAll(secondOfA, firstOfB);

        var third = gate.EnterAsync(A, 500, default);
        Assert.False(third.IsCompleted);
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
