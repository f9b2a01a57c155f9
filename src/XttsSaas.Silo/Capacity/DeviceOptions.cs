namespace XttsSaas.Silo.Capacity;

/// <summary>Which devices this silo offers for training. Section <c>Devices</c>.</summary>
public sealed class DeviceOptions
{
    public const string Section = "Devices";

    /// <summary>Offers the NVIDIA cards of this machine; needs the CUDA builds of the engines.</summary>
    public bool Cuda { get; set; }

    /// <summary>Sessions that train on the CPU at a time, 0–64; with cards on offer the CPU is left to everything else.</summary>
    public int CpuSlots { get; set; } = 1;

    public TimeSpan ReportInterval { get; set; } = TimeSpan.FromSeconds(5);
}
