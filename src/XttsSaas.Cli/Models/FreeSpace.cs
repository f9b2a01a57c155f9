namespace XttsSaas.Cli.Models;

/// <summary>Room on a disk, asked for before it is used.</summary>
internal static class FreeSpace
{
    private const long Reserve = 64 << 20;

    /// <exception cref="ModelCommandException">Less than the bytes and a reserve is free.</exception>
    public static void Require(string folder, long bytes, string purpose)
    {
        Directory.CreateDirectory(folder);
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        if (free - Reserve < bytes)
            throw new ModelCommandException($"{purpose} needs {bytes / 1e6:N0} MB in {folder}; {free / 1e6:N0} MB are free. Make room and run this again: what was fetched is kept.", ExitCodes.SomethingMissing);
    }
}
