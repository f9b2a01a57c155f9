using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Domain.Capacity;

/// <summary>The fair queue of training sessions; a session waits in it at most once.</summary>
public sealed class FairShareQueue(IEnumerable<QueuedJob> jobs, IEnumerable<ServedShare> served)
    : FairShareQueue<QueuedJob>(jobs, served, job => job.Tenant, job => job.Cost)
{
    /// <summary>Adds a job; false when its session already waits.</summary>
    public bool Enqueue(QueuedJob job, IEnumerable<TenantId> running)
    {
        if (Jobs.Any(j => j.Session == job.Session && j.Tenant == job.Tenant))
            return false;
        Add(job, running);
        return true;
    }

    /// <summary>Takes a waiting session out; false when it does not wait.</summary>
    public bool Remove(TenantId tenant, SessionId session) => Remove(j => j.Tenant == tenant && j.Session == session);
}
