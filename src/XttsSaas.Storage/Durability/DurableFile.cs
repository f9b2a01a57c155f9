using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace XttsSaas.Storage.Durability;

/// <summary>
/// Makes a finished temporary file appear under its name for good: file flushed, renamed, directory flushed. After
/// <see cref="Publish"/> returns, a crash or power loss no longer loses the file, and no reader ever sees half of it.
/// </summary>
internal static partial class DurableFile
{
    private const int ReadOnlyDirectory = 0x10000; // O_RDONLY | O_DIRECTORY

    public static void Publish(string temporary, string final)
    {
        using (var file = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(file);
        File.Move(temporary, final, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(final)!);
    }

    private static void FlushDirectory(string path)
    {
        using var directory = Open(path, ReadOnlyDirectory, 0);
        if (directory.IsInvalid || FlushToDisk(directory) != 0)
            throw new IOException($"The folder {path} could not be flushed to disk (errno {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushToDisk(SafeFileHandle handle);
}
