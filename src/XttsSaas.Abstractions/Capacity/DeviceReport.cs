namespace XttsSaas.Abstractions.Capacity;

/// <summary>A device as its silo sees it now. Memory in MiB: VRAM for CUDA, main memory for the CPU.</summary>
[GenerateSerializer, Immutable, Alias("DeviceReport")]
public sealed record DeviceReport(string Silo, string Device, string Name, DeviceKind Kind, long MemoryMb, long FreeMemoryMb, int TrainingSlots);
