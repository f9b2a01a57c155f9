using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Building;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Cli.Corpus;

/// <summary><c>corpus espeak</c>: hours of speech by many made-up speakers; a build that was cut off goes on.</summary>
internal static class EspeakCommand
{
    /// <summary>More would wait for the disk.</summary>
    private const int MostWorkers = 4;

    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder of the corpus: empty, new, or a build to go on with.", Required = true };
    private static readonly Option<double> Hours = new("--hours") { Description = "Spoken time of the training part.", DefaultValueFactory = _ => 20 };
    private static readonly Option<int> Speakers = new("--speakers") { Description = "Speakers of training; 12 unseen ones are added.", DefaultValueFactory = _ => 96 };
    private static readonly Option<int> Crowd = new("--crowd") { Description = "Speakers of training besides, of any pitch and vocal tract, with a few clips each: what cloning is learned from." };
    private static readonly Option<string> Leads = new("--leads") { Description = "Ids of speakers, separated by commas, who say much more than the others.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Languages = new("--languages") { Description = "Codes, separated by commas.", DefaultValueFactory = _ => "en,es,it,pt" };
    private static readonly Option<long> Seed = new("--seed") { Description = "Equal seeds give equal bytes.", DefaultValueFactory = _ => 1 };
    private static readonly Option<DirectoryInfo?> Sentences = new("--sentences") { Description = "Folder of LANGUAGE.txt, one sentence per line, instead of those that come along." };
    private static readonly Option<DirectoryInfo?> Words = new("--words") { Description = "Folder of word lists, for example /usr/share/dict, from which texts of random words draw too." };
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "Processes that speak at the same time.",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostWorkers),
    };

    public static Command Create()
    {
        var json = ShellOptions.Json();
        var command = new Command("espeak", "Let espeak-ng speak a corpus.") { Out, Hours, Speakers, Crowd, Leads, Languages, Seed, Sentences, Words, Workers, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellationToken)
    {
        var console = StandardError.Console(parsed.InvocationConfiguration.Error);
        var folder = parsed.GetValue(Out)!.FullName;
        var request = new CorpusRequest(
            parsed.GetValue(Hours), parsed.GetValue(Speakers), Listed(parsed.GetValue(Languages)!), parsed.GetValue(Seed), parsed.GetValue(Sentences)?.FullName)
        {
            WordFolder = parsed.GetValue(Words)?.FullName,
            Crowd = parsed.GetValue(Crowd),
            Leads = Listed(parsed.GetValue(Leads)!),
        };
        var builder = new CorpusBuilder(BlockProcess.SpeakAsync, Math.Max(1, parsed.GetValue(Workers)));
        var started = Stopwatch.GetTimestamp();
        CorpusManifest manifest;
        try
        {
            manifest = await console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => builder.BuildAsync(folder, request, new CorpusBar(context), cancellationToken));
        }
        catch (CorpusException error)
        {
            console.MarkupLineInterpolated($"[red]{error.Message}[/]");
            return ExitCodeOf(error.Fault);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.MarkupLineInterpolated($"[red]{error.Message} What was spoken is kept; the same command goes on with it.[/]");
            return ExitCodes.Failed;
        }
        if (manifest.Hours < request.Hours * 0.999)
            console.MarkupLineInterpolated($"[yellow]Every speaker has said every sentence after {manifest.Hours:0.##} hours; more speakers or sentences give more.[/]");
        Write(manifest, folder, Stopwatch.GetElapsedTime(started).TotalSeconds, parsed.InvocationConfiguration.Output, json);
        return ExitCodes.Done;
    }

    private static string[] Listed(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Write(CorpusManifest manifest, string folder, double seconds, TextWriter output, bool json)
    {
        var unseen = manifest.Speakers.Count(speaker => speaker.Split == SpeakerSplit.Unseen);
        var report = new EspeakReport(
            manifest.Clips, manifest.Hours, manifest.Speakers.Count, unseen, manifest.Languages, manifest.Seed, manifest.Source, folder, seconds);
        output.WriteLine(json
            ? JsonReport.Of(report)
            : $"{report.Clips:N0} clips, {report.Hours:0.##} hours, {report.Speakers} speakers ({unseen} unseen) in {seconds:0} s: {folder}");
    }

    private static int ExitCodeOf(CorpusFault fault) => fault switch
    {
        CorpusFault.WrongRequest or CorpusFault.FolderTaken => ExitCodes.WrongUsage,
        CorpusFault.Missing => ExitCodes.SomethingMissing,
        _ => ExitCodes.Failed,
    };
}
