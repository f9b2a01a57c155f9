namespace XttsSaas.Abstractions.Capacity;

/// <summary>A device with what runs on it. A draining device finishes its leases and gets no new ones.</summary>
[GenerateSerializer, Immutable, Alias("DeviceStatus")]
public sealed record DeviceStatus(DeviceReport Report, bool Draining, DateTimeOffset LastSeen, IReadOnlyList<Lease> Leases);
