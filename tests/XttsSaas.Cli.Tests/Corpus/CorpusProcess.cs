using System.Diagnostics;
using System.Text.Json;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Tests.Corpus;

/// <summary><c>corpus espeak</c> in a process of its own, as a shell runs it.</summary>
internal sealed class CorpusProcess : IDisposable
{
    private readonly Process _process;

    private CorpusProcess(Process process) => _process = process;

    public static CorpusProcess Start(string output, string sentences, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            SiblingProgram.Find("XttsSaas.Cli"), "corpus", "espeak", "--out", output, "--sentences", sentences, "--hours", "0.5", "--speakers", "40",
            "--languages", "en,es", "--seed", "3", "--json", .. more,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new CorpusProcess(Process.Start(start)!);
    }

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string output, string sentences, params string[] more)
    {
        using var run = Start(output, sentences, more);
        var error = run._process.StandardError.ReadToEndAsync();
        var text = await run._process.StandardOutput.ReadToEndAsync();
        await run._process.WaitForExitAsync();
        return (run._process.ExitCode, text, await error);
    }

    /// <summary>Ends it as a power cut would: no clean-up, and its children learn of it only by their pipes.</summary>
    public Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        return _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    public static JsonElement Json(string output) => JsonDocument.Parse(output).RootElement;
}
