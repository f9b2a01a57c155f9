namespace XttsSaas.Xtts.Files;

/// <summary>A file's bytes that are in memory already.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> content) : FileBytes
{
    public override long Length => content.Length;

    public override void Dispose()
    {
    }

    protected override ReadOnlySpan<byte> Slice(long offset, int length) => content.Span.Slice((int)offset, length);
}
