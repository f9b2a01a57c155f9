using XttsSaas.Abstractions.Usage;

namespace XttsSaas.Domain.Ports;

/// <summary>The append-only record of what was delivered. Nothing is ever changed or removed.</summary>
public interface IUsageLedger
{
    /// <summary>Appends an event; false when its id is already there, in which case nothing changes.</summary>
    Task<bool> AppendAsync(UsageEvent usageEvent, CancellationToken cancellationToken);

    /// <summary>The sum of a kind's quantities in [from, to).</summary>
    Task<long> SumAsync(TenantId tenant, UsageKind kind, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Events in [from, to), newest first.</summary>
    Task<IReadOnlyList<UsageEvent>> ListAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);

    /// <summary>Per UTC day and kind in [from, to), oldest first.</summary>
    Task<IReadOnlyList<UsageDay>> DaysAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
