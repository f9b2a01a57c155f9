namespace XttsSaas.Domain.Capacity;

/// <summary>
/// A queue that is fair across tenants by the virtual token counter (Sheng et al., "Fairness in Serving Large
/// Language Models", OSDI 2024): the tenant that was served the least cost goes first, inside a tenant the oldest
/// job. A tenant that becomes active is lifted to the least-served active tenant, so that nobody saves up credit by
/// staying away. When nobody is active the counters start anew.
/// </summary>
/// <param name="jobs">What waits, in order of arrival.</param>
/// <param name="served">The counters.</param>
/// <param name="tenant">Whose a job is.</param>
/// <param name="cost">What a job costs, 0 or more.</param>
public class FairShareQueue<TJob>(IEnumerable<TJob> jobs, IEnumerable<ServedShare> served, Func<TJob, TenantId> tenant, Func<TJob, long> cost)
    where TJob : class
{
    private readonly List<TJob> _jobs = jobs.ToList();
    private readonly Dictionary<TenantId, long> _served = served.ToDictionary(s => s.Tenant, s => s.Cost);

    /// <summary>Jobs in order of arrival.</summary>
    public IReadOnlyList<TJob> Jobs => _jobs;

    public IReadOnlyList<ServedShare> Shares => _served.Select(s => new ServedShare(s.Key, s.Value)).ToArray();

    public int Count => _jobs.Count;

    /// <summary>Adds a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="running">Tenants that are being served now; they and those that wait are the active ones.</param>
    public void Add(TJob job, IEnumerable<TenantId> running)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost(job), nameof(job));
        var active = running.Concat(_jobs.Select(tenant)).ToHashSet();
        if (active.Count == 0)
            _served.Clear();
        else if (!active.Contains(tenant(job)))
            _served[tenant(job)] = Math.Max(Served(tenant(job)), active.Min(Served));
        _jobs.Add(job);
    }

    /// <summary>Takes the next job and charges its tenant; null when nobody waits.</summary>
    public TJob? Dequeue()
    {
        // MinBy keeps the first of equals: the oldest job of the least-served tenant.
        var next = _jobs.MinBy(j => Served(tenant(j)));
        if (next is null)
            return null;
        _jobs.Remove(next);
        _served[tenant(next)] = Served(tenant(next)) + cost(next);
        return next;
    }

    /// <summary>Takes waiting jobs out; false when none matches.</summary>
    public bool Remove(Predicate<TJob> match) => _jobs.RemoveAll(match) > 0;

    /// <summary>Gives back cost that was charged and not served.</summary>
    public void Refund(TenantId owner, long unserved)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unserved);
        if (_served.TryGetValue(owner, out var charged))
            _served[owner] = Math.Max(0, charged - unserved);
    }

    /// <summary>The jobs in the order in which they will be served if nothing else arrives.</summary>
    public IReadOnlyList<TJob> InServingOrder()
    {
        var rest = new FairShareQueue<TJob>(_jobs, Shares, tenant, cost);
        var order = new List<TJob>(_jobs.Count);
        while (rest.Dequeue() is { } job)
            order.Add(job);
        return order;
    }

    private long Served(TenantId owner) => _served.GetValueOrDefault(owner);
}
