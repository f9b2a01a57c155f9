using System.Buffers.Binary;

namespace XttsSaas.Xtts.Pickle;

/// <summary>Sizes and place of a zip entry; numbers that do not fit 32 bits stand in the zip64 extra field (APPNOTE 4.5.3).</summary>
internal static class ZipSizes
{
    private const ushort Zip64Id = 1;

    /// <summary>Reads a central directory entry's fixed part and its extra fields.</summary>
    /// <exception cref="ModelFormatException">A number is missing or negative.</exception>
    public static (long Length, long Compressed, long HeaderOffset) Read(ReadOnlySpan<byte> head, ReadOnlySpan<byte> extra, string path, string name)
    {
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        long header = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
        var wide = Zip64(extra);
        // Only the numbers that overflowed are there, in this order.
        var complete = Widen(ref length, ref wide) & Widen(ref compressed, ref wide) & Widen(ref header, ref wide);
        if (!complete || length < 0 || compressed < 0 || header < 0)
            throw new ModelFormatException($"{path}: the zip directory gives {name} no usable size; the file is damaged.");
        return (length, compressed, header);
    }

    private static bool Widen(ref long value, ref ReadOnlySpan<byte> wide)
    {
        if (value != uint.MaxValue)
            return true;
        if (wide.Length < sizeof(long))
            return false;
        value = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[sizeof(long)..];
        return true;
    }

    private static ReadOnlySpan<byte> Zip64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (id, size) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            if (size > extra.Length - 4)
                break;
            if (id == Zip64Id)
                return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return [];
    }
}
