using System.Buffers.Binary;
using XttsSaas.Xtts.Files;

namespace XttsSaas.Xtts.Pickle;

/// <summary>The record at the end of a zip archive that says where its directory is.</summary>
internal static class ZipEndRecord
{
    private const int Bytes = 22;
    private const int LocatorBytes = 20;
    private const int WideBytes = 56;
    private const int MaxComment = ushort.MaxValue;
    private const uint Signature = 0x06054b50;
    private const uint LocatorSignature = 0x07064b50;
    private const uint WideSignature = 0x06064b50;

    /// <exception cref="ModelFormatException">No end record, or it points outside the file.</exception>
    public static (long Start, long Length, long Count) Find(FileBytes file, string path)
    {
        var at = Locate(file);
        if (at < 0)
            throw new ModelFormatException($"{path} begins like a zip archive but has no end record: it was cut off after {file.Length} bytes. Get the whole file again.");
        var record = file.Span(at, Bytes);
        long count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue)
            (start, length, count) = Wide(file, at, path) ?? (start, length, count);
        if (start < 0 || length < 0 || count < 0 || start > at || length > at - start)
            throw new ModelFormatException($"{path}: the zip directory should be {length} bytes at {start}, the archive ends at {at}; the file is damaged or was cut off.");
        return (start, length, count);
    }

    private static long Locate(FileBytes file)
    {
        var tail = (int)Math.Min(file.Length, Bytes + MaxComment);
        var span = file.Span(file.Length - tail, tail);
        for (var at = tail - Bytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(span[at..]) == Signature
                && BinaryPrimitives.ReadUInt16LittleEndian(span[(at + 20)..]) == tail - at - Bytes)
                return file.Length - tail + at;
        }
        return -1;
    }

    private static (long, long, long)? Wide(FileBytes file, long end, string path)
    {
        if (end < LocatorBytes)
            return null;
        var locator = file.Span(end - LocatorBytes, LocatorBytes);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != LocatorSignature)
            return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (at < 0 || at > end - LocatorBytes - WideBytes || BinaryPrimitives.ReadUInt32LittleEndian(file.Span(at, WideBytes)) != WideSignature)
            throw new ModelFormatException($"{path}, byte {end - LocatorBytes}: the zip64 locator points to {at}, where no zip64 record is; the file is damaged.");
        var record = file.Span(at, WideBytes);
        return (BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]), BinaryPrimitives.ReadInt64LittleEndian(record[32..]));
    }
}
