using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Domain.Capacity;

/// <summary>
/// A queue that is fair across tenants by the virtual token counter (Sheng et al., "Fairness in Serving Large
/// Language Models", OSDI 2024): the tenant that was served the least cost goes first, inside a tenant the oldest
/// job. A tenant that becomes active is lifted to the least-served active tenant, so that nobody saves up credit by
/// staying away. When nobody is active the counters start anew.
/// </summary>
public sealed class FairShareQueue
{
    private readonly List<QueuedJob> _jobs;
    private readonly Dictionary<TenantId, long> _served;

    public FairShareQueue(IEnumerable<QueuedJob> jobs, IEnumerable<ServedShare> served)
    {
        _jobs = jobs.ToList();
        _served = served.ToDictionary(s => s.Tenant, s => s.Cost);
    }

    /// <summary>Jobs in order of arrival.</summary>
    public IReadOnlyList<QueuedJob> Jobs => _jobs;

    public IReadOnlyList<ServedShare> Shares => _served.Select(s => new ServedShare(s.Key, s.Value)).ToArray();

    public int Count => _jobs.Count;

    /// <summary>Adds a job; false when its session already waits.</summary>
    /// <param name="job">A job of cost ≥ 0.</param>
    /// <param name="running">Tenants that hold a device now; they and those that wait are the active ones.</param>
    public bool Enqueue(QueuedJob job, IEnumerable<TenantId> running)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(job.Cost);
        if (_jobs.Any(j => j.Session == job.Session && j.Tenant == job.Tenant))
            return false;
        var active = running.Concat(_jobs.Select(j => j.Tenant)).ToHashSet();
        if (active.Count == 0)
            _served.Clear();
        else if (!active.Contains(job.Tenant))
            Lift(job.Tenant, active.Min(Served));
        _jobs.Add(job);
        return true;
    }

    /// <summary>Takes the next job and charges its tenant; null when nobody waits.</summary>
    public QueuedJob? Dequeue()
    {
        // MinBy keeps the first of equals: the oldest job of the least-served tenant.
        var next = _jobs.MinBy(j => Served(j.Tenant));
        if (next is null)
            return null;
        _jobs.Remove(next);
        _served[next.Tenant] = Served(next.Tenant) + next.Cost;
        return next;
    }

    /// <summary>Takes a waiting job out; false when there is none.</summary>
    public bool Remove(TenantId tenant, SessionId session) =>
        _jobs.RemoveAll(j => j.Tenant == tenant && j.Session == session) > 0;

    /// <summary>Gives back cost that was charged and not served.</summary>
    public void Refund(TenantId tenant, long cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        if (_served.TryGetValue(tenant, out var served))
            _served[tenant] = Math.Max(0, served - cost);
    }

    /// <summary>The jobs in the order in which they will be served if nothing else arrives.</summary>
    public IReadOnlyList<QueuedJob> InServingOrder()
    {
        var rest = new FairShareQueue(_jobs, Shares);
        var order = new List<QueuedJob>(_jobs.Count);
        while (rest.Dequeue() is { } job)
            order.Add(job);
        return order;
    }

    private long Served(TenantId tenant) => _served.GetValueOrDefault(tenant);

    private void Lift(TenantId tenant, long least) => _served[tenant] = Math.Max(Served(tenant), least);
}
