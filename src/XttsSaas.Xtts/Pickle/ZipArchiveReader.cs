using System.Buffers.Binary;
using System.Text;
using XttsSaas.Xtts.Files;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// The directory of a zip archive as <c>torch.save</c> writes it, zip64 included. Strict, because every number comes from the file:
/// 1. the end record names the central directory, which must lie inside the file;
/// 2. every entry's local header must be where the directory says and name the same file;
/// 3. no two entries may share a byte, and none may reach into the directory;
/// 4. encrypted entries, methods other than stored and deflate, and two entries of one name are refused.
/// Stored entries are read where they lie; the directory itself unpacks nothing.
/// </summary>
internal static class ZipArchiveReader
{
    private const int MaxEntries = 200_000;
    private const int CentralBytes = 46;
    private const int LocalBytes = 30;
    private const uint CentralSignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int Encrypted = 1;
    private const int StoredMethod = 0;
    private const int DeflateMethod = 8;

    /// <exception cref="ModelFormatException">The archive is damaged, truncated or contradicts itself.</exception>
    public static IReadOnlyDictionary<string, ZipEntry> Read(FileBytes file, string path)
    {
        var (start, length, count) = ZipEndRecord.Find(file, path);
        if (count > MaxEntries)
            throw new ModelFormatException($"{path}: the zip directory claims {count} entries; at most {MaxEntries} are read.");
        var entries = new Dictionary<string, ZipEntry>(StringComparer.Ordinal);
        var (position, end) = (start, start + length);
        for (var index = 0L; index < count; index++)
        {
            if (end - position < CentralBytes)
                throw new ModelFormatException($"{path}: the zip directory ends at byte {end} after {index} of {count} entries; the file is damaged.");
            var entry = ReadEntry(file, path, ref position, end);
            if (!entries.TryAdd(entry.Name, entry))
                throw new ModelFormatException($"{path}: the zip archive names {entry.Name} twice; readers would disagree about which counts.");
        }
        CheckOverlaps(entries.Values, start, path);
        return entries;
    }

    private static ZipEntry ReadEntry(FileBytes file, string path, ref long position, long end)
    {
        var at = position;
        var head = file.Span(at, CentralBytes);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) != CentralSignature)
            throw new ModelFormatException($"{path}, byte {at}: no zip directory entry where one must be; the file is damaged.");
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]);
        var (nameLength, extraLength) = (BinaryPrimitives.ReadUInt16LittleEndian(head[28..]), BinaryPrimitives.ReadUInt16LittleEndian(head[30..]));
        var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        position += CentralBytes + nameLength + extraLength + commentLength;
        if (position > end)
            throw new ModelFormatException($"{path}, byte {at}: a zip directory entry reaches past the directory's end; the file is damaged.");

        var nameBytes = file.Span(at + CentralBytes, nameLength);
        var name = Encoding.UTF8.GetString(nameBytes);
        if ((flags & Encrypted) != 0)
            throw new ModelFormatException($"{path}: {name} is encrypted; save the checkpoint without a password.");
        if (method is not (StoredMethod or DeflateMethod))
            throw new ModelFormatException($"{path}: {name} is compressed by method {method}; stored and deflate are read.");
        var (length, compressed, header) = ZipSizes.Read(head, file.Span(at + CentralBytes + nameLength, extraLength), path, name);
        if (method == StoredMethod && compressed != length)
            throw new ModelFormatException($"{path}: {name} is stored, yet has {compressed} bytes in the archive and {length} outside it.");
        return new ZipEntry(name, method == StoredMethod, header, DataOffset(file, path, name, nameBytes, header), compressed, length);
    }

    private static long DataOffset(FileBytes file, string path, string name, ReadOnlySpan<byte> nameBytes, long header)
    {
        if (header < 0 || header > file.Length - LocalBytes)
            throw new ModelFormatException($"{path}: {name} begins at byte {header}, the file has {file.Length}; it is truncated or damaged.");
        var local = file.Span(header, LocalBytes);
        var (nameLength, extraLength) = (BinaryPrimitives.ReadUInt16LittleEndian(local[26..]), BinaryPrimitives.ReadUInt16LittleEndian(local[28..]));
        var data = header + LocalBytes + nameLength + extraLength;
        if (BinaryPrimitives.ReadUInt32LittleEndian(local) != LocalSignature || data > file.Length
            || !file.Span(header + LocalBytes, nameLength).SequenceEqual(nameBytes))
            throw new ModelFormatException($"{path}, byte {header}: the zip directory places {name} here, but its header is not; the file is damaged.");
        return data;
    }

    private static void CheckOverlaps(IEnumerable<ZipEntry> entries, long directory, string path)
    {
        var previous = "the start of the file";
        var position = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderOffset))
        {
            if (entry.HeaderOffset < position)
                throw new ModelFormatException($"{path}, byte {entry.HeaderOffset}: {entry.Name} overlaps {previous}; no honest archive shares bytes between entries.");
            if (entry.Compressed > directory - entry.Offset)
                throw new ModelFormatException($"{path}: {entry.Name} needs {entry.Compressed} bytes at {entry.Offset}, but the zip directory begins at {directory}; the file is damaged.");
            (previous, position) = (entry.Name, entry.End);
        }
    }
}
