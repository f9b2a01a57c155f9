using System.Diagnostics;
using System.Text.Json;
using XttsSaas.Cli.Hosting;
using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Building;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Cli.Corpus;

/// <summary>
/// Speaks a block in a process of its own: the synthesizer remembers what it said before, so only a fresh one repeats its samples. A
/// process also makes blocks independent, and a crash of the native engine an error with a message.
/// </summary>
internal static class BlockProcess
{
    public static async Task<IReadOnlyList<CorpusClip>> SpeakAsync(SpeechBlock block, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { SiblingProgram.Find("XttsSaas.Cli"), "corpus", BlockCommand.Name },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new CorpusException(CorpusFault.Failed, "The process that speaks could not be started.");
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await SendAsync(process, block, cancellationToken);
            using var answer = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(answer, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            // Ctrl-C reaches both; the other process may be the first to notice.
            if (process.ExitCode == ExitCodes.Cancelled)
                throw new OperationCanceledException(cancellationToken);
            if (process.ExitCode != ExitCodes.Done)
                throw Failure(process.ExitCode, await errors);
            return JsonSerializer.Deserialize(answer.ToArray(), BlockJson.Default.IReadOnlyListCorpusClip)!;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Sends the block as one line. The pipe stays open: its end would tell the process that it is no longer wanted.</summary>
    private static async Task SendAsync(Process process, SpeechBlock block, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(block, BlockJson.Default.SpeechBlock).AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and its last words tell why.
        }
    }

    private static CorpusException Failure(int exitCode, string errors) =>
        new(exitCode == ExitCodes.SomethingMissing ? CorpusFault.Missing : CorpusFault.Failed,
            string.IsNullOrWhiteSpace(errors) ? $"The process that speaks ended with code {exitCode}." : errors.Trim());
}
