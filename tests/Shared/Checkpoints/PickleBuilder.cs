using System.Buffers.Binary;
using System.Text;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Tests.Checkpoints;

/// <summary>Writes pickles opcode by opcode, protocol 2, as <c>torch.save</c> does.</summary>
internal sealed class PickleBuilder
{
    private const char PickleStop = '.';
    private readonly List<byte> _bytes = [];

    public PickleBuilder() => Raw(0x80, 2);

    public static string StorageClass(TensorType type) => type switch
    {
        TensorType.F32 => "FloatStorage",
        TensorType.F16 => "HalfStorage",
        TensorType.BF16 => "BFloat16Storage",
        TensorType.F64 => "DoubleStorage",
        TensorType.I64 => "LongStorage",
        TensorType.I32 => "IntStorage",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No storage class for it here."),
    };

    public PickleBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PickleBuilder Raw(string ascii) => Raw(Encoding.Latin1.GetBytes(ascii));

    public PickleBuilder Global(string module, string name) => Raw($"c{module}\n{name}\n");

    public PickleBuilder Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Raw("X").UInt32((uint)utf8.Length).Raw(utf8);
    }

    public PickleBuilder UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public PickleBuilder Number(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return Raw(0x8a, 8).Raw(bytes);
    }

    public PickleBuilder Numbers(ReadOnlySpan<long> values)
    {
        Raw("(");
        foreach (var value in values)
            Number(value);
        return Raw("t");
    }

    public PickleBuilder Tensor(TensorType type, string key, long count, long offset, ReadOnlySpan<long> size, ReadOnlySpan<long> strides) =>
        Global("torch._utils", "_rebuild_tensor_v2")
            .Raw("((").Text("storage").Global("torch", StorageClass(type)).Text(key).Text("cpu").Number(count).Raw("tQ")
            .Number(offset).Numbers(size).Numbers(strides)
            .Raw(0x89).Global("collections", "OrderedDict").Raw(")RtR");

    public byte[] ToArray() => [.. _bytes, (byte)PickleStop];
}
