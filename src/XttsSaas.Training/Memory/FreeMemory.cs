using System.Globalization;

namespace XttsSaas.Training.Memory;

/// <summary>
/// Main memory that a process can still take: of the machine (<c>MemAvailable</c>) and of every control group around the process
/// (versions 1 and 2).
/// </summary>
/// <param name="root">The file system's root.</param>
internal sealed class FreeMemory(string root = "/")
{
    /// <summary>Bytes: the smallest of all limits.</summary>
    public long Main() => Groups().Prepend(Available()).Min();

    private long Available()
    {
        var file = Path.Combine(root, "proc/meminfo");
        return File.Exists(file) && Field(file, "MemAvailable:") is { } kibibytes
            ? kibibytes << 10
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    /// <summary>What is left of each group's limit. Pages that only cache files count as free: the kernel gives them back.</summary>
    private IEnumerable<long> Groups()
    {
        var own = Path.Combine(root, "proc/self/cgroup");
        foreach (var line in File.Exists(own) ? File.ReadLines(own) : [])
        {
            var parts = line.Split(':', 3);
            if (parts is ["0", "", var unified])
            {
                foreach (var folder in Upwards(Path.Combine(root, "sys/fs/cgroup"), unified))
                    yield return Left(folder, "memory.max", "memory.current", "inactive_file");
            }
            else if (parts.Length == 3 && parts[1].Split(',').Contains("memory"))
            {
                foreach (var folder in Upwards(Path.Combine(root, "sys/fs/cgroup/memory"), parts[2]))
                    yield return Left(folder, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");
            }
        }
    }

    // In a container the path may belong to the host's tree; the folders that are not visible are skipped.
    private static IEnumerable<string> Upwards(string top, string path)
    {
        for (var folder = Path.Combine(top, path.Trim('/')); folder.Length >= top.Length; folder = Path.GetDirectoryName(folder)!)
            yield return folder;
    }

    private static long Left(string folder, string limit, string usage, string cache)
    {
        if (Number(Path.Combine(folder, limit)) is not { } most || Number(Path.Combine(folder, usage)) is not { } used)
            return long.MaxValue;
        var stat = Path.Combine(folder, "memory.stat");
        return Math.Max(0, most - used + (File.Exists(stat) ? Field(stat, cache) ?? 0 : 0));
    }

    private static long? Number(string file) =>
        File.Exists(file) && long.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Field(string file, string name) => File.ReadLines(file)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1 && words[0] == name)
        .Select(words => (long?)long.Parse(words[1], CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
