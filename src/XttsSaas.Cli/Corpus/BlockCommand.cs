using System.CommandLine;
using System.Text.Json;
using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Building;

namespace XttsSaas.Cli.Corpus;

/// <summary><c>corpus speak-block</c>: what <see cref="BlockProcess"/> runs; a block on standard input, its clips on standard output.</summary>
internal static class BlockCommand
{
    public const string Name = "speak-block";

    public static Command Create()
    {
        var command = new Command(Name, "Speak one block of a corpus.") { Hidden = true };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        await using var output = Console.OpenStandardOutput();
        var block = JsonSerializer.Deserialize(await input.ReadLineAsync(cancellationToken) ?? "", BlockJson.Default.SpeechBlock)!;
        using var wanted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The other end says nothing more; when it closes, who asked is gone, and may be asking again already.
        _ = input.ReadLineAsync(wanted.Token).AsTask().ContinueWith(_ => wanted.Cancel(), TaskScheduler.Default);
        try
        {
            var clips = await Task.Run(() => BlockSpeaker.Speak(block, wanted.Token), wanted.Token);
            await JsonSerializer.SerializeAsync(output, clips, BlockJson.Default.IReadOnlyListCorpusClip, wanted.Token);
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is CorpusException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return error is CorpusException { Fault: CorpusFault.Missing } ? ExitCodes.SomethingMissing : ExitCodes.Failed;
        }
    }
}
