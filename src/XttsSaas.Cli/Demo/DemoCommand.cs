using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Demo;

/// <summary><c>demo</c>: a fresh platform, the main job over its public API, and what came of it.</summary>
internal static class DemoCommand
{

    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder for the WAV files and summary.json.", DefaultValueFactory = _ => new DirectoryInfo("out") };
        var keep = new Option<bool>("--keep") { Description = "Leave the platform running and print the portal's address." };
        var port = new Option<int>("--port") { Description = "Port of the platform; 0 picks a free one." };
        var command = new Command("demo", "Do the whole job on real audio: sign up, upload, dataset, fine-tune, speak, usage.") { output, keep, port };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(output)!, parsed.GetValue(keep), parsed.GetValue(port), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo outFolder, bool keep, int port, CancellationToken cancellationToken)
    {
        var console = StandardError.Console();
        outFolder.Create();
        var data = Directory.CreateTempSubdirectory("xtts-demo-");
        var account = DemoAccount.New();
        var kept = false;
        try
        {
            await using var platform = PlatformProcess.Start(data.FullName, port);
            var summary = await RunJobAsync(console, platform, account, outFolder, data, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(outFolder.FullName, "summary.json"), JsonReport.Of(summary), cancellationToken);
            console.Write(DemoTable.Of(summary));
            var faults = DemoVerdict.Faults(summary);
            foreach (var fault in faults)
                console.MarkupLineInterpolated($"[red]{fault}[/]");
            if (keep)
            {
                platform.Abandon();
                kept = true;
                console.MarkupLineInterpolated($"The platform goes on (process {platform.ProcessId}, data in {data.FullName}). Sign in as {account.Email} with the password {account.Password}");
                Console.WriteLine(platform.Address);
            }
            return faults.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Exception e) when (e is DemoException or HttpRequestException or InvalidOperationException or FileNotFoundException)
        {
            var log = Path.Combine(outFolder.FullName, "platform.log");
            if (File.Exists(Path.Combine(data.FullName, "platform.log")))
                File.Copy(Path.Combine(data.FullName, "platform.log"), log, overwrite: true);
            console.MarkupLineInterpolated($"[red]The demo stopped: {e.Message}[/]");
            console.MarkupLineInterpolated($"What the platform said is in {log}");
            return ExitCodes.Failed;
        }
        finally
        {
            if (!kept)
                data.Delete(recursive: true);
        }
    }

    private static async Task<DemoSummary> RunJobAsync(
        IAnsiConsole console, PlatformProcess platform, DemoAccount account, DirectoryInfo outFolder, DirectoryInfo data, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = platform.Address, Timeout = TimeSpan.FromMinutes(5) };
        await platform.WaitUntilReadyAsync(http, cancellationToken);
        return await console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => new DemoJob(new DemoClient(http), account, new DemoProgress(context), outFolder, data.CreateSubdirectory("recordings")).RunAsync(cancellationToken));
    }
}
