using static TorchSharp.torch;

namespace XttsSaas.Training.Memory;

/// <summary>How many clips go through the model at a time.</summary>
internal static class PieceSizing
{
    // The estimate is one, the allocator leaves holes, and other processes want to live too.
    private const double UsableShare = 0.7;

    /// <summary>As many as fit, at least one, at most the whole batch.</summary>
    /// <param name="batchSize">Clips of a batch.</param>
    /// <param name="bytesPerClip">What <see cref="ClipMemory"/> estimates.</param>
    /// <param name="reservedBytes">What the step needs whatever its size: the gradients.</param>
    /// <param name="freeBytes">Memory that can be taken now.</param>
    public static int Fit(int batchSize, long bytesPerClip, long reservedBytes, long freeBytes) =>
        (int)Math.Clamp(((freeBytes * UsableShare) - reservedBytes) / bytesPerClip, 1, batchSize);

    /// <summary>Free bytes of <paramref name="device"/>; everything where a card does not tell.</summary>
    public static long FreeOn(Device device) => device.type == TorchSharp.DeviceType.CUDA
        ? GraphicsCard.FreeBytes() ?? long.MaxValue
        : new FreeMemory().Main();
}
