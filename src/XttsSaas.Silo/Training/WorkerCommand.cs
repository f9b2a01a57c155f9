using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Training;

/// <summary>How a training worker is started: <c>dotnet XttsSaas.TrainingWorker.dll --job job.json</c>.</summary>
public sealed class WorkerCommand(IOptions<TrainingOptions> options)
{
    private const string Assembly = "XttsSaas.TrainingWorker.dll";

    /// <summary>
    /// The worker's assembly: as configured, else in <c>worker/</c> beside the host (published), else in the
    /// neighbouring build output.
    /// </summary>
    public string AssemblyPath { get; } = options.Value.WorkerPath is { Length: > 0 } configured
        ? configured
        : Candidates().FirstOrDefault(File.Exists) ?? Candidates().First();

    /// <summary>Standard input stays open as long as this process lives: its end tells the worker to end too.</summary>
    public ProcessStartInfo For(string jobFile, string device)
    {
        var start = new ProcessStartInfo(options.Value.HostPath is { Length: > 0 } host ? host : Dotnet())
        {
            ArgumentList = { AssemblyPath, "--job", jobFile },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // A worker sees its own card only, as the first one.
        if (device.Split(':') is ["cuda", var index])
            start.Environment["CUDA_VISIBLE_DEVICES"] = index;
        return start;
    }

    private static IEnumerable<string> Candidates()
    {
        var home = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        yield return Path.Combine(home, "worker", Assembly);
        // artifacts/bin/{host}/{configuration}/ → artifacts/bin/XttsSaas.TrainingWorker/{configuration}/
        yield return Path.GetFullPath(Path.Combine(home, "..", "..", "XttsSaas.TrainingWorker", Path.GetFileName(home), Assembly));
    }

    private static string Dotnet()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
            return host;
        return Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
    }
}
