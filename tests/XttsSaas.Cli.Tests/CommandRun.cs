using System.CommandLine;
using System.Text.Json;
using XttsSaas.Cli.Corpus;
using XttsSaas.Cli.Judging;
using XttsSaas.Cli.Models;
using XttsSaas.Cli.Speech;
using XttsSaas.Cli.Training;

namespace XttsSaas.Cli.Tests;

/// <summary>One run of a command, in this process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static Task<CommandRun> ModelsAsync(params string[] arguments) => RunAsync(ModelsCommand.Create(), ["models", .. arguments], CancellationToken.None);

    public static Task<CommandRun> CorpusAsync(params string[] arguments) => RunAsync(CorpusCommand.Create(), ["corpus", "espeak", .. arguments], CancellationToken.None);

    public static Task<CommandRun> EvalAsync(params string[] arguments) => RunAsync(EvalCommand.Create(), ["eval", .. arguments], CancellationToken.None);

    public static Task<CommandRun> SynthAsync(params string[] arguments) => RunAsync(SynthCommand.Create(), ["synth", .. arguments], CancellationToken.None);

    public static Task<CommandRun> TrainAsync(CancellationToken cancellationToken, params string[] arguments) => RunAsync(TrainCommand.Create(), ["train", .. arguments], cancellationToken);

    private static async Task<CommandRun> RunAsync(Command command, string[] arguments, CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var parsed = new RootCommand { command }.Parse(arguments);
        Assert.Empty(parsed.Errors);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
