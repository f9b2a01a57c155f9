using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Silo.Capacity;

/// <summary>NVIDIA cards as <c>nvidia-smi</c> lists them.</summary>
internal static class CudaDevices
{
    private static readonly string[] Query = ["--query-gpu=index,name,memory.total,memory.free", "--format=csv,noheader,nounits"];

    /// <summary>The cards; none where the tool is missing or fails.</summary>
    public static async Task<IReadOnlyList<DeviceReport>> ReadAsync(string silo, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("nvidia-smi", Query) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? Parse(silo, output) : [];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    internal static IReadOnlyList<DeviceReport> Parse(string silo, string output) => output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
        .Where(fields => fields.Length == 4)
        .Select(fields => new DeviceReport(silo, $"cuda:{fields[0]}", fields[1], DeviceKind.Cuda, Mebibytes(fields[2]), Mebibytes(fields[3]), 1))
        .ToArray();

    private static long Mebibytes(string field) => long.TryParse(field, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
