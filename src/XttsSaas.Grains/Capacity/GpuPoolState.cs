using XttsSaas.Abstractions.Capacity;
using XttsSaas.Domain.Capacity;

namespace XttsSaas.Grains.Capacity;

/// <summary>Stored state of a pool.</summary>
[GenerateSerializer, Alias("GpuPoolState")]
public sealed record GpuPoolState
{
    [Id(0)]
    public int Schema { get; init; } = 1;

    /// <summary>In order of arrival.</summary>
    [Id(1)]
    public IReadOnlyList<QueuedJob> Queue { get; init; } = [];

    [Id(2)]
    public IReadOnlyList<ServedShare> Served { get; init; } = [];

    [Id(3)]
    public IReadOnlyList<GrantedLease> Leases { get; init; } = [];

    [Id(4)]
    public IReadOnlyList<DeviceKey> Draining { get; init; } = [];
}
