using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace XttsSaas.Training.Memory;

/// <summary>What <c>nvidia-smi</c> tells of the first card; null where the tool is missing or fails.</summary>
internal static class GraphicsCard
{
    /// <summary>Bytes of its memory that are free.</summary>
    public static long? FreeBytes() => (long?)Query("memory.free") << 20;

    /// <summary>Its generation, for example 8.6.</summary>
    public static double? ComputeCapability() => Query("compute_cap");

    private static double? Query(string field)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("nvidia-smi", [$"--query-gpu={field}", "--format=csv,noheader,nounits", "--id=0"]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
