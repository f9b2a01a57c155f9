using XttsSaas.Abstractions.Capacity;
using XttsSaas.Domain.Capacity;

namespace XttsSaas.Grains.Capacity;

/// <summary>Matches waiting jobs with free training slots. Pure: from a state to the next.</summary>
internal static class LeaseGranting
{
    /// <summary>Grants until either the queue or the free slots are used up; CUDA before CPU, then the freest memory.</summary>
    public static GpuPoolState Grant(GpuPoolState state, IEnumerable<DeviceReport> devices, DateTimeOffset now)
    {
        var queue = new FairShareQueue(state.Queue, state.Served);
        var leases = state.Leases.ToList();
        var candidates = devices
            .Where(d => !state.Draining.Contains(new DeviceKey(d.Silo, d.Device)))
            .OrderByDescending(d => d.Kind)
            .ThenByDescending(d => d.FreeMemoryMb)
            .ToArray();
        foreach (var device in candidates)
        {
            var key = new DeviceKey(device.Silo, device.Device);
            var free = device.TrainingSlots - leases.Count(l => l.Device == key);
            for (; free > 0 && queue.Dequeue() is { } job; free--)
                leases.Add(new GrantedLease(new Lease(LeaseId.New(now), device.Silo, device.Device, job.Tenant, job.Session, now), job.Cost));
        }
        return leases.Count == state.Leases.Count
            ? state
            : state with { Queue = queue.Jobs.ToArray(), Served = queue.Shares, Leases = leases };
    }
}
