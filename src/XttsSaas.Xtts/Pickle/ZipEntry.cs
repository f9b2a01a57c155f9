namespace XttsSaas.Xtts.Pickle;

/// <summary>One file of a zip archive. <paramref name="Offset"/> is where its data begins, in bytes from the start of the archive.</summary>
/// <param name="Compressed">Bytes in the archive; equal to <paramref name="Length"/> where the entry is stored.</param>
internal sealed record ZipEntry(string Name, bool Stored, long HeaderOffset, long Offset, long Compressed, long Length)
{
    /// <summary>The first byte after the data.</summary>
    public long End => Offset + Compressed;
}
