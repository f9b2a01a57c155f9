using XttsSaas.Abstractions.Capacity;
using XttsSaas.Silo.Capacity;

namespace XttsSaas.Silo.Tests.Capacity;

public sealed class DeviceParsingTests
{
    [Fact]
    public void MainMemory_Meminfo_IsMebibytes() => Assert.Equal(
        (15_886L, 9_765L),
        MainMemory.Parse(["MemTotal:       16267264 kB", "MemFree:          100000 kB", "MemAvailable:   10000000 kB"]));

    [Fact]
    public void CudaDevices_NvidiaSmi_IsOneDevicePerLine() => Assert.Equal(
        new[]
        {
            new DeviceReport("s", "cuda:0", "NVIDIA H200", DeviceKind.Cuda, 143_771, 143_000, 1),
            new DeviceReport("s", "cuda:1", "NVIDIA H200", DeviceKind.Cuda, 143_771, 10, 1),
        },
        CudaDevices.Parse("s", "0, NVIDIA H200, 143771, 143000\n1, NVIDIA H200, 143771, 10\n"));

    [Fact]
    public void CudaDevices_ErrorText_IsNoDevice() => Assert.Empty(CudaDevices.Parse("s", "NVIDIA-SMI has failed\n"));
}
