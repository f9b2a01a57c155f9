using System.Diagnostics;

namespace Browser;

/// <summary>The real platform on a free port with a fresh data folder; disposing it ends the process and removes the folder.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    public const string OperatorEmail = "operator@example.com";
    public const string OperatorPassword = "the operator's own sentence";

    private const string ReadyMark = "Ready: ";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly DirectoryInfo data;

    private PlatformProcess(Process process, DirectoryInfo data, string address)
    {
        this.process = process;
        this.data = data;
        Address = address;
    }

    /// <summary>For example http://127.0.0.1:40213</summary>
    public string Address { get; }

    public static async Task<PlatformProcess> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("xtts-browser-");
        var start = new ProcessStartInfo("dotnet", [RepositoryPaths.WebAssembly, "--port", "0", "--Data:Root", data.FullName])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = data.FullName,
        };
        start.Environment["Operators__Email"] = OperatorEmail;
        start.Environment["Operators__Password"] = OperatorPassword;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The platform did not start.");
        return new PlatformProcess(process, data, await ReadAddressAsync(process));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private static async Task<string> ReadAddressAsync(Process process)
    {
        var seen = new List<string>();
        using var patience = new CancellationTokenSource(StartTime);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            seen.Add(line);
            if (!line.StartsWith(ReadyMark, StringComparison.Ordinal))
                continue;
            // What it says later is read and dropped, or its pipe would fill up and stop it.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return line[ReadyMark.Length..].Trim();
        }
        throw new InvalidOperationException($"The platform ended while starting:\n{string.Join('\n', seen.TakeLast(20))}");
    }
}
