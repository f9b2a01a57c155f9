using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>Turns the configured precision into one that the device has.</summary>
public static class PrecisionSelection
{
    // NVIDIA's Ampere, the first generation whose tensor cores take bfloat16.
    private const double CapabilityOfBf16 = 8.0;

    /// <summary>The precision to compute in, never <see cref="PrecisionKind.Auto"/>.</summary>
    /// <param name="kind">As configured.</param>
    /// <param name="device">Where the run computes.</param>
    /// <param name="computeCapability">Gives the card's, for example 8.6; null where it does not tell.</param>
    /// <exception cref="TrainingException">The device does not multiply in the asked precision.</exception>
    public static PrecisionKind Choose(PrecisionKind kind, Device device, Func<double?> computeCapability)
    {
        if (device.type == DeviceType.CUDA)
            return kind != PrecisionKind.Auto ? kind : computeCapability() >= CapabilityOfBf16 ? PrecisionKind.Bf16 : PrecisionKind.Fp16;
        return kind switch
        {
            PrecisionKind.Auto => PrecisionKind.Fp32,
            PrecisionKind.Fp16 => throw new TrainingException(WorkerCodes.DeviceUnavailable, "precision is 'Fp16' but the run computes on the CPU, which does not multiply in it; use 'Bf16', 'Fp32' or 'Auto'."),
            _ => kind,
        };
    }

    /// <summary>The element type of <paramref name="precision"/>; null where matrices are multiplied as they are.</summary>
    public static ScalarType? ProductType(this PrecisionKind precision) => precision switch
    {
        PrecisionKind.Bf16 => ScalarType.BFloat16,
        PrecisionKind.Fp16 => ScalarType.Float16,
        _ => null,
    };
}
