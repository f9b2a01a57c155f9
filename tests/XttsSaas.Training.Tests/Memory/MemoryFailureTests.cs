using System.Runtime.InteropServices;
using TorchSharp;
using XttsSaas.Training.Memory;

namespace XttsSaas.Training.Tests.Memory;

public sealed class MemoryFailureTests
{
    [Fact]
    public void Is_AllocationThatTorchCannotMake_IsOne() =>
        Assert.True(MemoryFailure.Is(Assert.Throws<ExternalException>(() => torch.zeros(1L << 45))));

    [Fact]
    public void Is_OtherFaultOfTorch_IsNone() =>
        Assert.False(MemoryFailure.Is(Assert.Throws<ExternalException>(() => torch.zeros(2, 3).mm(torch.zeros(2, 3)))));

    [Theory]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 15.90 GiB total capacity; 14.10 GiB already allocated)", true)]
    [InlineData("[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes. Error code 12", true)]
    [InlineData("[enforce fail at alloc_cpu.cpp:80] . DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes.", true)]
    [InlineData("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`", true)]
    [InlineData("CUDA error: device-side assert triggered", false)]
    public void Is_WordsOfLibtorch_AreKnown(string words, bool expected) =>
        Assert.Equal(expected, MemoryFailure.Is(new TorchFault(words)));

    /// <summary>What libtorch throws when main memory is full.</summary>
    internal static ExternalException Full() => new TorchFault("DefaultCPUAllocator: not enough memory");

    private sealed class TorchFault(string words) : ExternalException(words);
}
