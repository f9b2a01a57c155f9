namespace XttsSaas.Xtts;

/// <summary>Files and folders that appear whole or not at all, also after a power cut: temp, fsync, rename.</summary>
public static class DurableFile
{
    /// <summary>Writes <paramref name="path"/> through a temporary file beside it and replaces what was there.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>
    /// Fills a new folder and moves it to <paramref name="folder"/>. When another process was faster its folder stays and ours is
    /// removed; false is returned then.
    /// </summary>
    public static bool CreateFolder(string folder, Action<string> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var temporary = $"{folder}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(temporary);
        try
        {
            fill(temporary);
            Directory.Move(temporary, folder);
            return true;
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(temporary, recursive: true);
            return false;
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }
}
