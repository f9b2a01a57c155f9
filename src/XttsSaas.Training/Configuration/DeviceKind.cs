namespace XttsSaas.Training.Configuration;

/// <summary>Where a run computes.</summary>
public enum DeviceKind
{
    /// <summary>The first CUDA device if there is one, else the CPU.</summary>
    Auto,

    /// <summary>The CPU; resuming a run is exact to the bit.</summary>
    Cpu,

    /// <summary>The first CUDA device; an error without one.</summary>
    Cuda,
}
