using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace XttsSaas.Cli.Hosting;

/// <summary>
/// The platform as a child process on loopback, its output in a log file. Disposing drains it and ends it;
/// <see cref="Abandon"/> leaves it running.
/// </summary>
internal sealed class PlatformProcess(Process process, Uri address, string logPath) : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);
    private bool _abandoned;

    public Uri Address => address;

    public string LogPath => logPath;

    public int ProcessId => process.Id;

    /// <summary>Starts the platform with a data folder and returns at once; port 0 picks a free one.</summary>
    public static PlatformProcess Start(string dataFolder, int port)
    {
        var program = SiblingProgram.Find("XttsSaas.Web");
        Directory.CreateDirectory(dataFolder);
        var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}");
        var log = Path.Combine(dataFolder, "platform.log");
        var start = new ProcessStartInfo("/bin/sh")
        {
            // The shell only points the output at the log, which must outlive this process when the platform does.
            ArgumentList = { "-c", "log=$1; shift; exec dotnet \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", log, program, "--urls", address.OriginalString },
            Environment = { ["XTTS_DATA"] = dataFolder },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The platform could not be started.");
        return new PlatformProcess(process, address, log);
    }

    /// <summary>Waits until the platform answers; throws when it ends instead.</summary>
    public async Task WaitUntilReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        while (!await AnswersAsync(http, cancellationToken))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The platform ended with code {process.ExitCode} while starting; see {logPath}.");
            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    /// <summary>Leaves the platform running after this process has ended.</summary>
    public void Abandon() => _abandoned = true;

    public async ValueTask DisposeAsync()
    {
        if (!_abandoned && !process.HasExited)
            await DrainAsync();
        process.Dispose();
    }

    private async Task DrainAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var patience = new CancellationTokenSource(DrainTime);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
