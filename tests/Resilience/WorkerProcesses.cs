using System.Diagnostics;
using System.Text;

namespace Resilience;

/// <summary>Finds the platform's training workers among the machine's processes.</summary>
internal static class WorkerProcesses
{
    /// <summary>Ids of the worker processes whose command line names the folder.</summary>
    public static IReadOnlyList<int> Below(string dataFolder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0 && CommandLine(id) is { } line
                && line.Contains("XttsSaas.TrainingWorker", StringComparison.Ordinal)
                && line.Contains(dataFolder, StringComparison.Ordinal)),
    ];

    public static void Kill(int id)
    {
        using var kill = Process.Start("kill", ["-KILL", $"{id}"]);
        kill.WaitForExit();
    }

    private static string? CommandLine(int id)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{id}/cmdline"));
        }
        catch (IOException)
        {
            return null; // Ended meanwhile.
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
