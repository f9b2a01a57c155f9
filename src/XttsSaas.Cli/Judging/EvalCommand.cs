using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Cli.Models;
using XttsSaas.Cli.Speech;
using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Judging.Recognition;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Judging;

/// <summary><c>eval</c>: a model judged by how it sounds.</summary>
internal static class EvalCommand
{
    private static readonly Option<FileInfo?> Sentences = new("--sentences") { Description = "Sentences to judge instead of the shipped ones, one a line." };
    private static readonly Option<string?> Languages = new("--languages") { Description = "Codes, separated by commas: en, es, it, pt. With --sentences the one of the file; en where it is not given." };
    private static readonly Option<string?> Speakers = new("--speakers") { Description = "Ids of the corpus's speakers to imitate, separated by commas; s096 to s107 are unseen. Without it, four that speak clearly." };
    private static readonly Option<bool> NoCloning = new("--no-cloning") { Description = "Leave the unseen speakers out." };
    private static readonly Option<string> Data = ShellOptions.Data();
    private static readonly Option<bool> Json = ShellOptions.Json();
    private static readonly SamplingFlags Sampling = new();

    public static Command Create()
    {
        var path = new Argument<string>("model") { Description = "Checkpoint folder, name of an installed model or an export." };
        return new Command("eval", "Judge a model by its sound: a recogniser, retrieval, pitch, length, cloning.")
        {
            With(new Command("mini", "Judge the shipped model."), _ => BaseModels.MiniName),
            With(new Command("checkpoint", "Judge a checkpoint.") { path }, parsed => parsed.GetValue(path)!),
        };
    }

    private static Command With(Command command, Func<ParseResult, string> model)
    {
        foreach (var option in (Option[])[Sentences, Languages, Speakers, NoCloning, .. Sampling.All, Data, Json])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, model(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string model, CancellationToken cancellationToken)
    {
        var console = StandardError.Console(parsed.InvocationConfiguration.Error);
        try
        {
            var job = new EvalJob(model, new ModelFolders(parsed.GetValue(Data)!), Texts(parsed), Cast(parsed), !parsed.GetValue(NoCloning), Sampling.Of(parsed));
            var report = await console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => Task.Run(() => EvalRun.Run(job, new EvalBars(context), cancellationToken), cancellationToken));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(Json))
                output.WriteLine(JsonReport.Of(report));
            else
                EvalTable.Write(output, report);
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is ModelFormatException or ArgumentException or CorpusException or RecognitionException or IOException or UnauthorizedAccessException)
        {
            console.MarkupLineInterpolated($"[red]{error.Message}[/]");
            return ExitCodeOf(error);
        }
    }

    private static int ExitCodeOf(Exception error) => error switch
    {
        RecognitionException or CorpusException { Fault: CorpusFault.Missing } => ExitCodes.SomethingMissing,
        ArgumentException or CorpusException => ExitCodes.WrongUsage,
        _ => ExitCodes.Failed,
    };

    private static IReadOnlyList<CorpusSpeaker> Cast(ParseResult parsed) => parsed.GetValue(Speakers) is { } ids
        ? [.. ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(EvalCast.Speaker)]
        : EvalCast.Familiar;

    private static Dictionary<string, IReadOnlyList<string>> Texts(ParseResult parsed)
    {
        var file = parsed.GetValue(Sentences);
        var languages = (parsed.GetValue(Languages) ?? (file is null ? string.Join(',', EspeakLanguages.All) : "en")).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (languages.FirstOrDefault(language => !EspeakLanguages.All.Contains(language)) is { } unknown)
            throw new ArgumentException($"The language '{unknown}' cannot be judged; there are {string.Join(", ", EspeakLanguages.All)}.");
        if (file is not null && languages.Length != 1)
            throw new ArgumentException("--sentences brings one language; name it alone with --languages.");
        return languages.Distinct().ToDictionary(language => language, language => file is null ? EvalSentences.BroughtAlong(language) : EvalSentences.Read(file));
    }
}
