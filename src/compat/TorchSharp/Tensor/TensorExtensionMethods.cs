using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static bool IsIntegral(this ScalarType type) => is_integral(type);

    public static bool IsFloatingPoint(this ScalarType type) => is_floating_point(type);

    public static bool IsComplex(this ScalarType type) => is_complex(type);

    public static void Save(this Tensor tensor, BinaryWriter writer) => TensorStream.Write(writer, tensor);

    /// <summary>Reads saved elements into a tensor of the same type and shape.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = TensorStream.ReadHeader(reader);
        if (skip)
        {
            using var passed = empty(shape, type);
            TensorStream.ReadBytes(reader, passed);
            return;
        }
        if (type != tensor.dtype) throw new ArgumentException($"Mismatched tensor data types while loading: {type} into {tensor.dtype}.");
        if (!shape.SequenceEqual(tensor.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: [{string.Join(", ", shape)}] into [{string.Join(", ", tensor.shape)}].");
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var read = empty(shape, type);
        TensorStream.ReadBytes(reader, read);
        tensor.copy_(read);
    }

    public static float ToSingle(this Tensor value) => (float)value;
    public static double ToDouble(this Tensor value) => (double)value;
    public static sbyte ToSByte(this Tensor value) => (sbyte)value;
    public static byte ToByte(this Tensor value) => (byte)value;
    public static short ToInt16(this Tensor value) => (short)value;
    public static int ToInt32(this Tensor value) => (int)value;
    public static long ToInt64(this Tensor value) => (long)value;
    public static bool ToBoolean(this Tensor value) => (bool)value;
}
