using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Capacity;

namespace XttsSaas.Grains.Capacity;

/// <inheritdoc cref="IGpuPoolGrain"/>
/// <remarks>
/// The pool never waits for a session inside a turn: sessions wait for the pool, and two that wait for each other
/// hang. It sends StartAsync aside, and again with every report of a silo until the session has answered; a pool
/// that was activated anew asks all its leases, which is how a lease without a worker is found after a crash. The
/// session alone decides: it goes on, or it gives the lease back.
/// </remarks>
public sealed partial class GpuPoolGrain(
    [PersistentState(GrainStateNames.GpuPool, GrainStateNames.Storage)] IPersistentState<GpuPoolState> storage,
    TimeProvider time,
    ILogger<GpuPoolGrain> logger) : Grain, IGpuPoolGrain
{
    /// <summary>A device that nobody reported for so long is gone.</summary>
    public static readonly TimeSpan DeviceLifetime = TimeSpan.FromMinutes(1);

    private readonly Dictionary<DeviceKey, SeenDevice> _devices = [];
    private readonly HashSet<LeaseId> _told = [];
    private DateTimeOffset _activatedAt;

    private GpuPoolState State => storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _activatedAt = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public async Task ReportAsync(string silo, IReadOnlyList<DeviceReport> devices)
    {
        var now = time.GetUtcNow();
        foreach (var (key, seen) in _devices.ToArray())
        {
            if (key.Silo == silo || now - seen.LastSeen > DeviceLifetime)
                _devices.Remove(key);
        }
        foreach (var device in devices)
            _devices[new DeviceKey(silo, device.Device)] = new SeenDevice(device, now);
        await GrantAsync(State);
        AskAfterLostLeases(now);
    }

    public async Task EnqueueAsync(QueuedJob job)
    {
        CallerTenant.Demand(job.Tenant);
        if (Find(job.Tenant, job.Session) is { } held)
        {
            _told.Remove(held.Lease.Id);
            TellStarts();
            return;
        }
        var queue = new FairShareQueue(State.Queue, State.Served);
        if (queue.Enqueue(job, State.Leases.Select(l => l.Lease.Tenant)))
            await GrantAsync(State with { Queue = queue.Jobs.ToArray(), Served = queue.Shares });
    }

    public async Task ReleaseAsync(TenantId tenant, SessionId session, int unserved)
    {
        CallerTenant.Demand(tenant);
        var queue = new FairShareQueue(State.Queue, State.Served);
        var waited = queue.Remove(tenant, session);
        var held = Find(tenant, session);
        if (held is not null)
        {
            queue.Refund(tenant, Math.Clamp(unserved, 0, held.Cost));
            _told.Remove(held.Lease.Id);
        }
        if (waited || held is not null)
        {
            await GrantAsync(State with
            {
                Queue = queue.Jobs.ToArray(),
                Served = queue.Shares,
                Leases = State.Leases.Where(l => l != held).ToArray(),
            });
        }
    }

    public Task<Result> DrainAsync(string silo, string device) => SetDrainingAsync(new DeviceKey(silo, device), true);

    public Task<Result> UndrainAsync(string silo, string device) => SetDrainingAsync(new DeviceKey(silo, device), false);

    public Task<PoolSnapshot> GetAsync()
    {
        var devices = _devices
            .OrderBy(d => d.Key.Silo, StringComparer.Ordinal)
            .ThenBy(d => d.Key.Device, StringComparer.Ordinal)
            .Select(d => new DeviceStatus(
                d.Value.Report,
                State.Draining.Contains(d.Key),
                d.Value.LastSeen,
                State.Leases.Where(l => l.Device == d.Key).Select(l => l.Lease).ToArray()))
            .ToArray();
        var queue = new FairShareQueue(State.Queue, State.Served).InServingOrder();
        return Task.FromResult(new PoolSnapshot(devices, queue));
    }

    private async Task<Result> SetDrainingAsync(DeviceKey device, bool draining)
    {
        if (!_devices.ContainsKey(device) && !State.Draining.Contains(device))
            return Error.NotFound("device");
        var others = State.Draining.Where(d => d != device);
        await GrantAsync(State with { Draining = (draining ? others.Append(device) : others).ToArray() });
        return Result.Success;
    }

    private GrantedLease? Find(TenantId tenant, SessionId session) =>
        State.Leases.FirstOrDefault(l => l.Lease.Tenant == tenant && l.Lease.Session == session);

    /// <summary>Grants what can be granted, stores the outcome where it differs, then tells the sessions.</summary>
    private async Task GrantAsync(GpuPoolState next)
    {
        next = LeaseGranting.Grant(next, _devices.Values.Select(d => d.Report), time.GetUtcNow());
        if (!ReferenceEquals(next, State))
            await storage.SaveAsync(next);
        TellStarts();
    }

    private void TellStarts()
    {
        foreach (var (lease, _) in State.Leases)
        {
            // A silo that does not report runs nothing; its leases wait until it is back or lost.
            if (_devices.ContainsKey(new DeviceKey(lease.Silo, lease.Device)) && _told.Add(lease.Id))
                _ = TellAsync(lease, session => session.StartAsync(lease));
        }
    }

    private void AskAfterLostLeases(DateTimeOffset now)
    {
        if (now - _activatedAt <= DeviceLifetime)
            return;
        foreach (var granted in State.Leases.Where(l => !_devices.ContainsKey(l.Device)))
            _ = TellAsync(granted.Lease, session => session.RecoverAsync());
    }

    private async Task TellAsync(Lease lease, Func<ITrainingSessionGrain, Task> call)
    {
        // The pool serves all tenants: what one of them set in motion may start another's session.
        CallerTenant.Clear();
        try
        {
            await call(GrainFactory.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(lease.Tenant, lease.Session)));
        }
        catch (Exception exception)
        {
            _told.Remove(lease.Id);
            LogNotTold(logger, lease.Session, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Session {Session} could not be told about its lease; the pool tries again")]
    private static partial void LogNotTold(ILogger logger, SessionId session, Exception exception);

    private readonly record struct SeenDevice(DeviceReport Report, DateTimeOffset LastSeen);
}
