using System.Globalization;

namespace XttsSaas.Cli.Hosting;

/// <summary>Resident memory of this process as Linux counts it, in MiB; 0 where /proc does not tell.</summary>
internal static class ProcessMemory
{
    private const string Status = "/proc/self/status";
    private const string ClearReferences = "/proc/self/clear_refs";

    /// <summary>Most memory held since the start or the last <see cref="ResetPeak"/>.</summary>
    public static long PeakMb() => Field("VmHWM:");

    /// <summary>Starts counting the peak anew, so that each stage of a measurement has its own.</summary>
    public static void ResetPeak()
    {
        if (File.Exists(ClearReferences))
            File.WriteAllText(ClearReferences, "5");
    }

    private static long Field(string name)
    {
        if (!File.Exists(Status))
            return 0;
        var line = File.ReadLines(Status).FirstOrDefault(text => text.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
