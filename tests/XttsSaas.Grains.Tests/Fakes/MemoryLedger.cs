using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

internal sealed class MemoryLedger : IUsageLedger
{
    private readonly Lock _gate = new();
    private readonly List<UsageEvent> _events = [];

    public IReadOnlyList<UsageEvent> Events
    {
        get
        {
            lock (_gate)
                return _events.ToArray();
        }
    }

    public Task<bool> AppendAsync(UsageEvent usageEvent, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_events.Any(e => e.Id == usageEvent.Id))
                return Task.FromResult(false);
            _events.Add(usageEvent);
            return Task.FromResult(true);
        }
    }

    public Task<long> SumAsync(TenantId tenant, UsageKind kind, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult(Events.Where(e => e.Tenant == tenant && e.Kind == kind && e.At >= from && e.At < to).Sum(e => e.Quantity));

    public Task<IReadOnlyList<UsageEvent>> ListAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<UsageDay>> DaysAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
