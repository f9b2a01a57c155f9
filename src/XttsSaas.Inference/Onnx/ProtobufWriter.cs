using System.Buffers.Binary;
using System.Text;

namespace XttsSaas.Inference.Onnx;

/// <summary>Encodes one protobuf message. Default values are written too; readers do not mind.</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;
    private readonly MemoryStream _buffer = new();

    public ProtobufWriter Integer(int field, long value)
    {
        Raw(((ulong)field << 3) | Varint);
        Raw((ulong)value);
        return this;
    }

    public ProtobufWriter Single(int field, float value)
    {
        Raw(((ulong)field << 3) | Fixed32);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _buffer.Write(bytes);
        return this;
    }

    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Raw(((ulong)field << 3) | LengthDelimited);
        Raw((ulong)value.Length);
        _buffer.Write(value);
        return this;
    }

    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Message(int field, ProtobufWriter message) =>
        Bytes(field, message._buffer.GetBuffer().AsSpan(0, (int)message._buffer.Length));

    public ProtobufWriter Messages(int field, IEnumerable<ProtobufWriter> messages)
    {
        foreach (var message in messages)
            Message(field, message);
        return this;
    }

    public byte[] ToArray() => _buffer.ToArray();

    private void Raw(ulong value)
    {
        while (value >= 0x80)
        {
            _buffer.WriteByte((byte)(value | 0x80));
            value >>= 7;
        }
        _buffer.WriteByte((byte)value);
    }
}
