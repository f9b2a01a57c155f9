namespace XttsSaas.Audio.Files;

/// <summary>
/// A file that appears whole or not at all: written beside its place under another name, flushed to the disk, then
/// renamed. A crash leaves at most a <c>.partial</c> file, which the next write replaces.
/// </summary>
public static class AtomicFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes what <paramref name="write"/> puts into the stream; the stream is seekable.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        try
        {
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes))
            {
                await write(stream);
                await stream.FlushAsync(cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public static Task WriteTextAsync(string path, string text, CancellationToken cancellationToken) =>
        WriteAsync(path, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), cancellationToken);
}
