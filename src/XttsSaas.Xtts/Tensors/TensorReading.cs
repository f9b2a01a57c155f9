using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Tensors;

/// <summary>Values of a tensor in a file of any format.</summary>
public static class TensorReading
{
    /// <summary>All values as float32.</summary>
    /// <exception cref="ModelFormatException">The tensor holds integers.</exception>
    public static float[] ReadSingle(this ITensorFile file, TensorInfo tensor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tensor);
        if (!tensor.Type.IsFloatingPoint())
            throw new ModelFormatException($"{file.Path}: tensor {tensor.Name} has type {tensor.Type}; expected floating-point numbers.");
        return Read<float>(file, tensor, ElementConversion.ToSingle);
    }

    /// <summary>All values as int64.</summary>
    /// <exception cref="ModelFormatException">The tensor holds floating-point numbers.</exception>
    public static long[] ReadInt64(this ITensorFile file, TensorInfo tensor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Type.IsFloatingPoint())
            throw new ModelFormatException($"{file.Path}: tensor {tensor.Name} has type {tensor.Type}; expected integers.");
        return Read<long>(file, tensor, ElementConversion.ToInt64);
    }

    /// <summary>
    /// The tensor to be written elsewhere as <paramref name="name"/>: floating-point numbers as float32, integers as int64. Streams;
    /// valid as long as the file.
    /// </summary>
    public static TensorSource Source(this ITensorFile file, TensorInfo tensor, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Type.IsFloatingPoint()
            ? new TensorSource(name, tensor.Shape, TensorType.F32, stream => file.ReadBlocks(tensor.Name, block => WriteSingle(stream, tensor.Type, block)))
            : new TensorSource(name, tensor.Shape, TensorType.I64, stream => file.ReadBlocks(tensor.Name, block => WriteInt64(stream, tensor.Type, block)));
    }

    private delegate void Conversion<T>(TensorType type, ReadOnlySpan<byte> block, Span<T> target);

    private static T[] Read<T>(ITensorFile file, TensorInfo tensor, Conversion<T> convert)
    {
        var values = new T[tensor.Shape.Count];
        var at = 0;
        file.ReadBlocks(tensor.Name, block =>
        {
            var count = block.Length / tensor.Type.Bytes();
            convert(tensor.Type, block, values.AsSpan(at, count));
            at += count;
        });
        return values;
    }

    private static void WriteSingle(Stream stream, TensorType type, ReadOnlySpan<byte> block)
    {
        if (type == TensorType.F32)
        {
            stream.Write(block);
            return;
        }
        var values = new float[block.Length / type.Bytes()];
        ElementConversion.ToSingle(type, block, values);
        stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static void WriteInt64(Stream stream, TensorType type, ReadOnlySpan<byte> block)
    {
        var values = new long[block.Length / type.Bytes()];
        ElementConversion.ToInt64(type, block, values);
        stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
