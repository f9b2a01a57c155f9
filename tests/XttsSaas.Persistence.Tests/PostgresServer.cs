using System.Diagnostics;

namespace XttsSaas.Persistence.Tests;

/// <summary>
/// A real PostgreSQL cluster for one test run: made in a temporary folder, reachable through a socket in that folder
/// only, gone afterwards. As root it runs under the postgres account, since the server refuses root.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-pg-");
    private readonly string? _programs = FindPrograms();

    public PostgresServer()
    {
        if (_programs is null)
            return;
        if (Environment.UserName == "root")
            Run("chown", "postgres", _folder.FullName);
        RunAsServer("initdb", "-D", Data, "-U", "xtts", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        RunAsServer("pg_ctl", "-D", Data, "-w", "-s", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-k {_folder.FullName} -h '' -F", "start");
    }

    public bool Available => _programs is not null;

    private string Data => Path.Combine(_folder.FullName, "data");

    public string ConnectionString(string database) => $"Host={_folder.FullName};Username=xtts;Database={database};Pooling=false";

    public void Dispose()
    {
        if (_programs is not null)
            RunAsServer("pg_ctl", "-D", Data, "-m", "immediate", "-s", "stop");
        _folder.Delete(recursive: true);
    }

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
        : null;

    private void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with code {process.ExitCode}.");
    }
}
