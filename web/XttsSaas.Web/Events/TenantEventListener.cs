using System.Threading.Channels;
using XttsSaas.Abstractions.Events;

namespace XttsSaas.Web.Events;

/// <summary>
/// One stream's ear on a tenant's events. Bounded: a slow reader loses the oldest, which is harmless because events
/// only say that something is to be looked at.
/// </summary>
public sealed class TenantEventListener : IAsyncDisposable
{
    private const int Capacity = 64;

    private readonly Channel<TenantEvent> _channel = Channel.CreateBounded<TenantEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Func<TenantEventListener, Task> _close;

    internal TenantEventListener(Func<TenantEventListener, Task> close) => _close = close;

    internal void Offer(TenantEvent tenantEvent) => _channel.Writer.TryWrite(tenantEvent);

    /// <summary>Returns when a matching event came, or after <paramref name="longest"/>, or when cancelled; it does not throw for that.</summary>
    public async Task WaitAsync(Predicate<TenantEvent> matches, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            while (!matches(await _channel.Reader.ReadAsync(either.Token)))
            {
            }
            // One look serves all hints that have piled up.
            while (_channel.Reader.TryRead(out _))
            {
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public ValueTask DisposeAsync() => new(_close(this));
}
