using System.IO.Compression;
using XttsSaas.Xtts.Files;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// Data of zip entries. What is stored is read where it lies; what is deflated is unpacked into memory, all entries of an archive
/// together at most <see cref="MaxUnpacked"/> bytes and none more than <see cref="MaxRatio"/> times its size in the archive.
/// </summary>
internal sealed class ZipContent(FileBytes file, string path)
{
    public const long MaxUnpacked = 32 << 20;
    private const long MaxRatio = 200;
    private const long AlwaysAllowed = 1 << 16;
    private readonly Dictionary<string, FileBytes> _unpacked = new(StringComparer.Ordinal);
    private long _unpackedBytes;

    /// <summary>Bytes that hold the entry from <c>Start</c> on.</summary>
    /// <exception cref="ModelFormatException">The entry unpacks to too much, or not to the size that it declares.</exception>
    public (FileBytes Bytes, long Start) Open(ZipEntry entry)
    {
        if (entry.Stored)
            return (file, entry.Offset);
        if (!_unpacked.TryGetValue(entry.Name, out var bytes))
            _unpacked.Add(entry.Name, bytes = new MemoryBytes(Unpack(entry)));
        return (bytes, 0);
    }

    private byte[] Unpack(ZipEntry entry)
    {
        if (entry.Length > AlwaysAllowed && entry.Length / MaxRatio > entry.Compressed)
            throw new ModelFormatException($"{path}: {entry.Name} claims to unpack {entry.Compressed} bytes into {entry.Length}, more than {MaxRatio} times; that is a zip bomb, not a checkpoint.");
        _unpackedBytes += Math.Max(entry.Length, entry.Compressed);
        if (_unpackedBytes > MaxUnpacked)
            throw new ModelFormatException($"{path}: its deflated entries unpack to more than {MaxUnpacked >> 20} MiB. torch.save stores without compression: save the checkpoint again with it.");
        var packed = file.Span(entry.Offset, (int)entry.Compressed).ToArray();
        var content = new byte[entry.Length];
        try
        {
            using var inflater = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var read = inflater.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (read == content.Length && inflater.ReadByte() < 0)
                return content;
        }
        catch (InvalidDataException error)
        {
            throw new ModelFormatException($"{path}: {entry.Name} is no deflate stream: {error.Message}", error);
        }
        throw new ModelFormatException($"{path}: {entry.Name} declares {entry.Length} bytes and unpacks to another number; the archive is damaged or lies.");
    }
}
