using System.Globalization;

namespace XttsSaas.Silo.Capacity;

/// <summary>Main memory in MiB, from <c>/proc/meminfo</c>; the runtime's view where there is none.</summary>
internal static class MainMemory
{
    public static (long Total, long Free) Read()
    {
        const string Source = "/proc/meminfo";
        if (File.Exists(Source))
            return Parse(File.ReadLines(Source));
        var info = GC.GetGCMemoryInfo();
        return (info.TotalAvailableMemoryBytes >> 20, (info.TotalAvailableMemoryBytes - info.MemoryLoadBytes) >> 20);
    }

    internal static (long Total, long Free) Parse(IEnumerable<string> lines)
    {
        long total = 0, free = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith("MemTotal:", StringComparison.Ordinal))
                total = Kibibytes(line);
            else if (line.StartsWith("MemAvailable:", StringComparison.Ordinal))
                free = Kibibytes(line);
        }
        return (total >> 10, free >> 10);
    }

    private static long Kibibytes(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && long.TryParse(words[1], CultureInfo.InvariantCulture, out var value) ? value : 0;
    }
}
