namespace XttsSaas.Xtts.Files;

/// <summary>The bytes of a file, read where they lie. Spans are valid until <see cref="Dispose"/>.</summary>
internal abstract class FileBytes : IDisposable
{
    public abstract long Length { get; }

    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the file.</exception>
    public ReadOnlySpan<byte> Span(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return Slice(offset, length);
    }

    public abstract void Dispose();

    /// <summary>A range that was checked.</summary>
    protected abstract ReadOnlySpan<byte> Slice(long offset, int length);
}
