using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Cli.Parity;

/// <summary><c>parity</c>: every case of a pack that the reference implementation computed, on every engine that applies.</summary>
internal static class ParityCommand
{
    private static readonly JsonSerializerOptions ReportJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "Folder with manifest.json and its files." };
        var only = new Option<string[]>("--only") { Description = "Only the case of this name; may be given several times." };
        var json = ShellOptions.Json();
        var command = new Command("parity", "Compare this implementation with the numbers of the reference.") { folder, only, json };
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(parsed.GetValue(folder)!, parsed.GetValue(only) ?? [], parsed.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(DirectoryInfo folder, IReadOnlyCollection<string> only, bool json, CancellationToken cancellationToken)
    {
        var console = StandardError.Console();
        ParityReport report;
        try
        {
            var pack = ParityPack.Load(folder.FullName);
            if (only.FirstOrDefault(name => pack.Entries.All(entry => entry.Name != name)) is { } unknown)
            {
                console.MarkupLineInterpolated($"[red]The pack has no case {unknown}; it has {string.Join(", ", pack.Entries.Select(entry => entry.Name))}.[/]");
                return ExitCodes.WrongUsage;
            }
            report = console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new RemainingTimeColumn())
                .Start(context => new ParityRun(pack, only, new ParityBars(context).Show).Run(cancellationToken));
        }
        catch (ModelFormatException error)
        {
            console.MarkupLineInterpolated($"[red]{error.Message}[/]");
            return ExitCodes.WrongUsage;
        }
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, ReportJson));
        else
            ParityTable.Write(report);
        return report.Failed == 0 && report.Passed > 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
