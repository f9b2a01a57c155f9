namespace XttsSaas.Abstractions.Capacity;

/// <summary>
/// The devices of one pool (key: pool name) and the queue in front of them. Devices are soft state that silos
/// report every few seconds; queue, leases and fairness counters are durable. A lease ends only when its session
/// releases it: a silo that is lost or came back makes the pool ask the sessions on it to recover.
/// </summary>
[Alias("IGpuPoolGrain")]
public interface IGpuPoolGrain : IGrainWithStringKey
{
    const string DefaultPool = "default";

    /// <summary>From a silo, every few seconds. Devices not reported for a minute are gone.</summary>
    Task ReportAsync(string silo, IReadOnlyList<DeviceReport> devices);

    /// <summary>
    /// Queues a session; queueing it again changes nothing. The pool calls the session's StartAsync, again for a
    /// session that asks while it already holds a lease.
    /// </summary>
    Task EnqueueAsync(QueuedJob job);

    /// <summary>
    /// Takes a session out of the queue and frees its lease, whichever it has. <paramref name="unserved"/> is the part
    /// of the lease's cost that was not run; the tenant's fair share gets it back.
    /// </summary>
    Task ReleaseAsync(TenantId tenant, SessionId session, int unserved);

    Task<Result> DrainAsync(string silo, string device);

    Task<Result> UndrainAsync(string silo, string device);

    Task<PoolSnapshot> GetAsync();
}
