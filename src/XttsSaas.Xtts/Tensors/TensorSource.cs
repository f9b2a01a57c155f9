using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Tensors;

/// <summary>A tensor to be written: <paramref name="WriteTo"/> puts exactly Shape.Count elements, little endian and row-major, on the stream.</summary>
public sealed record TensorSource(string Name, TensorShape Shape, TensorType Type, Action<Stream> WriteTo)
{
    /// <summary>A float32 tensor from memory.</summary>
    /// <exception cref="ArgumentException">The number of values is not the shape's.</exception>
    public static TensorSource Of(string name, TensorShape shape, ReadOnlyMemory<float> values)
    {
        if (values.Length != shape.Count)
            throw new ArgumentException($"Tensor {name} of shape {shape} needs {shape.Count} values, got {values.Length}.", nameof(values));
        return new TensorSource(name, shape, TensorType.F32, stream => stream.Write(MemoryMarshal.AsBytes(values.Span)));
    }

    /// <summary>A float32 tensor whose values are made each time it is written.</summary>
    public static TensorSource Generated(string name, TensorShape shape, Action<float[]> fill) =>
        new(name, shape, TensorType.F32, stream =>
        {
            var values = new float[shape.Count];
            fill(values);
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        });

    /// <summary>An int64 tensor from memory.</summary>
    /// <exception cref="ArgumentException">The number of values is not the shape's.</exception>
    public static TensorSource Of(string name, TensorShape shape, ReadOnlyMemory<long> values)
    {
        if (values.Length != shape.Count)
            throw new ArgumentException($"Tensor {name} of shape {shape} needs {shape.Count} values, got {values.Length}.", nameof(values));
        return new TensorSource(name, shape, TensorType.I64, stream => stream.Write(MemoryMarshal.AsBytes(values.Span)));
    }

    /// <summary>This float32 tensor rounded to float16; other types as they are.</summary>
    public TensorSource ToHalf() => Type != TensorType.F32 ? this : this with
    {
        Type = TensorType.F16,
        WriteTo = stream =>
        {
            var values = ReadSingle();
            var halves = new Half[values.Length];
            TensorPrimitives.ConvertToHalf(values, halves);
            stream.Write(MemoryMarshal.AsBytes(halves.AsSpan()));
        },
    };

    /// <summary>The values of a float32 tensor.</summary>
    /// <exception cref="InvalidOperationException">The tensor is of another type.</exception>
    public float[] ReadSingle()
    {
        if (Type != TensorType.F32)
            throw new InvalidOperationException($"Tensor {Name} has type {Type}; expected F32.");
        using var stream = new MemoryStream(checked((int)(Shape.Count * sizeof(float))));
        WriteTo(stream);
        return MemoryMarshal.Cast<byte, float>(stream.GetBuffer().AsSpan(0, (int)stream.Length)).ToArray();
    }
}
