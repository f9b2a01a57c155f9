using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Tensors;

/// <summary>Little-endian elements of any type as float32 or int64.</summary>
internal static class ElementConversion
{
    /// <summary>Widens half types and rounds float64.</summary>
    /// <exception cref="ArgumentException">The elements are not floating-point numbers.</exception>
    public static void ToSingle(TensorType type, ReadOnlySpan<byte> source, Span<float> target)
    {
        switch (type)
        {
            case TensorType.F32:
                source.CopyTo(MemoryMarshal.AsBytes(target));
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(source), target);
                break;
            case TensorType.BF16:
                WidenBrainFloat(MemoryMarshal.Cast<byte, ushort>(source), target);
                break;
            case TensorType.F64:
                TensorPrimitives.ConvertTruncating<double, float>(MemoryMarshal.Cast<byte, double>(source), target);
                break;
            default:
                throw new ArgumentException($"Elements of type {type} are not floating-point numbers.", nameof(type));
        }
    }

    /// <exception cref="ArgumentException">The elements are not integers.</exception>
    public static void ToInt64(TensorType type, ReadOnlySpan<byte> source, Span<long> target)
    {
        switch (type)
        {
            case TensorType.I64:
                source.CopyTo(MemoryMarshal.AsBytes(target));
                break;
            case TensorType.I32:
                TensorPrimitives.ConvertTruncating<int, long>(MemoryMarshal.Cast<byte, int>(source), target);
                break;
            case TensorType.I16:
                TensorPrimitives.ConvertTruncating<short, long>(MemoryMarshal.Cast<byte, short>(source), target);
                break;
            case TensorType.I8:
                TensorPrimitives.ConvertTruncating<sbyte, long>(MemoryMarshal.Cast<byte, sbyte>(source), target);
                break;
            case TensorType.U8 or TensorType.BOOL:
                TensorPrimitives.ConvertTruncating<byte, long>(source, target);
                break;
            default:
                throw new ArgumentException($"Elements of type {type} are not integers.", nameof(type));
        }
    }

    private static void WidenBrainFloat(ReadOnlySpan<ushort> source, Span<float> target)
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = BitConverter.UInt32BitsToSingle((uint)source[i] << 16);
    }
}
