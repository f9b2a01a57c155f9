using System.Runtime.InteropServices;

namespace XttsSaas.Training.Memory;

/// <summary>Tells a failed allocation from other faults: torch reports both as an <see cref="ExternalException"/> with its own words.</summary>
internal static class MemoryFailure
{
    private static readonly string[] Words =
    [
        "DefaultCPUAllocator: can't allocate memory", // libtorch 1, main memory
        "DefaultCPUAllocator: not enough memory", // libtorch 2, main memory
        "CUDA out of memory",
        "CUBLAS_STATUS_ALLOC_FAILED",
        "CUDNN_STATUS_ALLOC_FAILED",
    ];

    /// <summary>Whether <paramref name="exception"/> says that memory ran out.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        OutOfMemoryException => true,
        ExternalException external => Words.Any(word => external.Message.Contains(word, StringComparison.Ordinal)),
        _ => false,
    };
}
