using System.Buffers.Binary;
using System.Text;

namespace XttsSaas.Tests.Checkpoints;

/// <summary>A zip archive as <c>torch.save</c> writes it: stored entries, data at multiples of 64 bytes, zip64 end records.</summary>
internal sealed class StoredZipWriter(Stream stream)
{
    private const int Alignment = 64;
    private const int LocalBytes = 30;
    private const int WideExtraBytes = 28;
    private readonly List<(string Name, long Length, long Header)> _entries = [];

    public void Add(string name, long length, Action<Stream> write)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var header = stream.Position;
        var padding = (int)((Alignment - ((header + LocalBytes + utf8.Length + 4) % Alignment)) % Alignment);
        var local = new byte[LocalBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(local, 0x04034b50);
        BinaryPrimitives.WriteUInt32LittleEndian(local.AsSpan(18), (uint)Math.Min(length, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(local.AsSpan(22), (uint)Math.Min(length, uint.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(local.AsSpan(26), (ushort)utf8.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(local.AsSpan(28), (ushort)(padding + 4));
        stream.Write(local);
        stream.Write(utf8);
        stream.Write("FB"u8);
        stream.Write([(byte)padding, 0]);
        stream.Write(new byte[padding]);
        write(stream);
        _entries.Add((name, length, header));
    }

    public void Add(string name, byte[] content) => Add(name, content.Length, target => target.Write(content));

    public void Complete()
    {
        var start = stream.Position;
        foreach (var entry in _entries)
            WriteDirectoryEntry(entry.Name, entry.Length, entry.Header);
        var length = stream.Position - start;
        var wide = new byte[56];
        BinaryPrimitives.WriteUInt32LittleEndian(wide, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(4), 44);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(24), _entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(32), _entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(40), length);
        BinaryPrimitives.WriteInt64LittleEndian(wide.AsSpan(48), start);
        var locator = new byte[20];
        BinaryPrimitives.WriteUInt32LittleEndian(locator, 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), start + length);
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        end.AsSpan(8, 12).Fill(0xff);
        stream.Write(wide);
        stream.Write(locator);
        stream.Write(end);
    }

    private void WriteDirectoryEntry(string name, long length, long header)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var entry = new byte[46 + utf8.Length + WideExtraBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, 0x02014b50);
        entry.AsSpan(20, 8).Fill(0xff);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(28), (ushort)utf8.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(30), WideExtraBytes);
        entry.AsSpan(42, 4).Fill(0xff);
        utf8.CopyTo(entry, 46);
        var extra = entry.AsSpan(46 + utf8.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 24);
        BinaryPrimitives.WriteInt64LittleEndian(extra[4..], length);
        BinaryPrimitives.WriteInt64LittleEndian(extra[12..], length);
        BinaryPrimitives.WriteInt64LittleEndian(extra[20..], header);
        stream.Write(entry);
    }
}
