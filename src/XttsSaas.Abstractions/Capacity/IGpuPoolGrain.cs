namespace XttsSaas.Abstractions.Capacity;

/// <summary>
/// The devices of one pool (key: pool name) and the queue in front of them. Devices are soft state that silos
/// report every few seconds; queue, leases and fairness counters are durable.
/// </summary>
[Alias("IGpuPoolGrain")]
public interface IGpuPoolGrain : IGrainWithStringKey
{
    public const string DefaultPool = "default";

    /// <summary>From a silo, every few seconds. Devices not reported for a minute are gone, and so are their leases.</summary>
    Task ReportAsync(string silo, IReadOnlyList<DeviceReport> devices);

    /// <summary>Queues a session; queueing it again changes nothing. The pool calls the session's StartAsync.</summary>
    Task EnqueueAsync(QueuedJob job);

    /// <summary>Takes a session out of the queue and frees its lease, whichever it has.</summary>
    Task ReleaseAsync(TenantId tenant, SessionId session);

    Task<Result> DrainAsync(string silo, string device);

    Task<Result> UndrainAsync(string silo, string device);

    Task<PoolSnapshot> GetAsync();
}
