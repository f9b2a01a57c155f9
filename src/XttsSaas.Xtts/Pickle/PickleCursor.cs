using System.Buffers.Binary;
using System.Text;

namespace XttsSaas.Xtts.Pickle;

/// <summary>Reads a pickle's bytes in order and never past their end. <paramref name="where"/> names the file in errors.</summary>
internal sealed class PickleCursor(ReadOnlyMemory<byte> bytes, string where)
{
    private int _position;

    /// <summary>Where the opcode at hand begins; errors name this byte.</summary>
    public int OpcodeAt { get; private set; }

    public PickleOpcode NextOpcode()
    {
        OpcodeAt = _position;
        return (PickleOpcode)Byte();
    }

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    /// <summary>Eight bytes, big endian: the only such number in a pickle.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    public string Text(ulong length) =>
        length <= PickleLimits.TextBytes
            ? Encoding.UTF8.GetString(Take(length))
            : throw Fault($"a string claims {length} bytes; at most {PickleLimits.TextBytes} are read");

    /// <summary>Text up to a line feed, which is consumed.</summary>
    public string Line()
    {
        var rest = bytes.Span[_position..];
        var end = rest[..Math.Min(rest.Length, 4096)].IndexOf((byte)'\n');
        if (end < 0)
            throw Fault("a name has no end");
        _position += end + 1;
        return Encoding.UTF8.GetString(rest[..end]);
    }

    /// <summary>A little-endian two's complement number of any length; null where it does not fit 64 bits.</summary>
    public long? Integer(uint length)
    {
        if (length > PickleLimits.LongBytes)
            throw Fault($"an integer claims {length} bytes; at most {PickleLimits.LongBytes} are read");
        var digits = Take(length);
        if (digits.Length > sizeof(long))
            return null;
        Span<byte> wide = stackalloc byte[sizeof(long)];
        wide.Fill(digits.Length > 0 && (digits[^1] & 0x80) != 0 ? (byte)0xff : (byte)0);
        digits.CopyTo(wide);
        return BinaryPrimitives.ReadInt64LittleEndian(wide);
    }

    public ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(bytes.Length - _position))
            throw Fault($"{length} bytes are needed at {_position}, the pickle has {bytes.Length}; the file was cut off or damaged");
        var taken = bytes.Span.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    public ModelFormatException Fault(string what) => new($"{where}, byte {OpcodeAt}: {what}.");
}
