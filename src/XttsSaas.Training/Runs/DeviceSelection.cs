using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>Turns the configured device into one that exists.</summary>
public static class DeviceSelection
{
    /// <exception cref="TrainingException">CUDA is asked for and not there.</exception>
    public static Device Choose(DeviceKind kind)
    {
        var cuda = kind != DeviceKind.Cpu && torch.cuda.is_available();
        if (kind == DeviceKind.Cuda && !cuda)
        {
            throw new TrainingException(WorkerCodes.DeviceUnavailable,
                "device is 'Cuda' but no CUDA device is usable here; use 'Auto' or 'Cpu', or install the driver and the CUDA build.");
        }

        return cuda ? torch.device("cuda:0") : torch.CPU;
    }
}
