using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Grains.Capacity;

/// <summary>A lease with the cost that its tenant was charged for it.</summary>
[GenerateSerializer, Alias("GrantedLease")]
public sealed record GrantedLease(Lease Lease, int Cost)
{
    public DeviceKey Device => new(Lease.Silo, Lease.Device);
}
