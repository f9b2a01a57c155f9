using XttsSaas.Domain.Capacity;

namespace XttsSaas.Silo.Inference;

/// <summary>
/// Lets a bounded number of sentences be computed at a time and is fair across tenants while they wait: a long text of
/// one tenant does not hold up a short one of another.
/// </summary>
internal sealed class SpeechGate(int parallel)
{
    private readonly Lock _gate = new();
    private readonly FairShareQueue<Waiter> _queue = new([], [], waiter => waiter.Tenant, waiter => waiter.Cost);
    private readonly List<TenantId> _running = [];

    /// <summary>Waits for a turn, which lasts until it is disposed. <paramref name="cost"/> is in characters.</summary>
    public async Task<IDisposable> EnterAsync(TenantId tenant, int cost, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(tenant, cost);
        lock (_gate)
        {
            _queue.Add(waiter, _running);
            Admit();
        }
        await using (cancellationToken.Register(() => Cancel(waiter, cancellationToken)))
            await waiter.Turn.Task;
        return new Turn(this, tenant);
    }

    private void Cancel(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Whoever was admitted a moment before keeps the turn and gives it back in the ordinary way.
            if (_queue.Remove(other => ReferenceEquals(other, waiter)))
                waiter.Turn.SetCanceled(cancellationToken);
        }
    }

    private void Leave(TenantId tenant)
    {
        lock (_gate)
        {
            _running.Remove(tenant);
            Admit();
        }
    }

    private void Admit()
    {
        while (_running.Count < parallel && _queue.Dequeue() is { } next)
        {
            _running.Add(next.Tenant);
            next.Turn.SetResult();
        }
    }

    private sealed class Waiter(TenantId tenant, int cost)
    {
        public TenantId Tenant { get; } = tenant;

        public int Cost { get; } = cost;

        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(SpeechGate gate, TenantId tenant) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                gate.Leave(tenant);
        }
    }
}
