using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace XttsSaas.Training.TensorBoard;

/// <summary>A protobuf message that is being written, field by field: as much of the wire format as events need.</summary>
internal sealed class ProtobufMessage
{
    private const int VarintType = 0;
    private const int Fixed64Type = 1;
    private const int BytesType = 2;
    private const int Fixed32Type = 5;
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>The message so far.</summary>
    public ReadOnlySpan<byte> Content => buffer.WrittenSpan;

    /// <summary>Writes an <c>int64</c>, <c>int32</c> or enum.</summary>
    public ProtobufMessage Integer(int field, long value) => Tag(field, VarintType).Varint((ulong)value);

    /// <summary>Writes a <c>double</c>.</summary>
    public ProtobufMessage Double(int field, double value)
    {
        Tag(field, Fixed64Type);
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), value);
        buffer.Advance(sizeof(double));
        return this;
    }

    /// <summary>Writes a <c>float</c>.</summary>
    public ProtobufMessage Float(int field, float value)
    {
        Tag(field, Fixed32Type);
        BinaryPrimitives.WriteSingleLittleEndian(buffer.GetSpan(sizeof(float)), value);
        buffer.Advance(sizeof(float));
        return this;
    }

    /// <summary>Writes a <c>string</c>.</summary>
    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes <c>bytes</c>.</summary>
    public ProtobufMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, BytesType).Varint((ulong)value.Length);
        buffer.Write(value);
        return this;
    }

    /// <summary>Writes a message within this one.</summary>
    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value.Content);

    private ProtobufMessage Tag(int field, int wireType) => Varint(((ulong)field << 3) | (uint)wireType);

    private ProtobufMessage Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
        return this;
    }

    private void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
