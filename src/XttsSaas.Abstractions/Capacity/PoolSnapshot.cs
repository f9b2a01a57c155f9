namespace XttsSaas.Abstractions.Capacity;

/// <summary>Everything the admin console shows of a pool; the queue in the order it will be served.</summary>
[GenerateSerializer, Immutable, Alias("PoolSnapshot")]
public sealed record PoolSnapshot(IReadOnlyList<DeviceStatus> Devices, IReadOnlyList<QueuedJob> Queue);
