using System.Diagnostics;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Tests.Training;

/// <summary>The command as a process of its own, which gets Ctrl-C's signal.</summary>
public sealed class InterruptedTrainTests : IDisposable
{
    private readonly TrainingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_Interrupted_SavesEndsWith130AndResumes()
    {
        using var process = Start("--config", _folder.WriteRun(steps: 100_000, more: ", \"keepLast\": 1"));
        var saved = await ReadUntilAsync(process, "saved");

        using (var signal = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        var rest = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 130, rest);
        Assert.Contains("Add --resume to go on", rest, StringComparison.Ordinal);
        var step = Directory.EnumerateDirectories(_folder.File("out/checkpoints")).Select(path => int.Parse(path[^8..])).Max();
        Assert.True(step >= 2, saved);
        var resumed = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.WriteRun(steps: step + 1), "--resume", "--json");
        Assert.Equal((0, step + 1), (resumed.ExitCode, resumed.Json.GetProperty("steps").GetInt32()));
        Assert.Contains($"Going on after step {step}", resumed.Error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [SiblingProgram.Find("XttsSaas.Cli"), "train", .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<string> ReadUntilAsync(Process process, string wanted)
    {
        var seen = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            seen.Add(line);
            if (line.Contains(wanted, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The command ended early: {string.Join('\n', seen)}");
    }
}
