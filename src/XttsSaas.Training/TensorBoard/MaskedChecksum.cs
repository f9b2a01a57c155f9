using System.Numerics;

namespace XttsSaas.Training.TensorBoard;

/// <summary>The checksum of event records: CRC-32C (RFC 3720, appendix B.4), masked so that it may itself be part of checked data.</summary>
internal static class MaskedChecksum
{
    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>CRC-32C of <paramref name="data"/>, rotated right by 15 bits, plus a constant.</summary>
    public static uint Of(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Crc32C(data), 15) + MaskDelta;

    /// <summary>CRC-32C of <paramref name="data"/>, unmasked.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
