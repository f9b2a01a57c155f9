using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts;

namespace XttsSaas.Cli.Training;

/// <summary>Training from scratch with a bar per stage. Started again, it goes on where it was.</summary>
internal static class RecipeRun
{
    public static int Run(ParseResult parsed, string path, string? output, bool json, CancellationToken cancellationToken)
    {
        var console = StandardError.Console(parsed.InvocationConfiguration.Error);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var recipe = RecipeFile.Read(path, output);
            if (RecipeValidator.Faults(recipe) is { Count: > 0 } faults)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"{path} has {faults.Count} fault(s):\n  {string.Join("\n  ", faults)}");
                return ExitCodes.WrongUsage;
            }

            var report = Execute(console, recipe, cancellationToken) with { Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
            parsed.InvocationConfiguration.Output.WriteLine(json ? JsonReport.Of(report) : $"Trained in {report.Seconds / 60:0.0} min: {report.Checkpoint}");
            return ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            console.MarkupLineInterpolated($"Stopped; the last full step is saved. The same command goes on.");
            return ExitCodes.Cancelled;
        }
        catch (JsonException fault)
        {
            console.MarkupLineInterpolated($"[red]{path}: {fault.Message}[/]");
            return ExitCodes.WrongUsage;
        }
        catch (Exception fault) when (fault is TrainingException or ModelFormatException)
        {
            console.MarkupLineInterpolated($"[red]{fault.Message}[/]");
            return ExitCodes.Failed;
        }
    }

    private static RecipeReport Execute(IAnsiConsole console, Recipe recipe, CancellationToken cancellationToken) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var progress = new StageBars(console, context);
            var checkpoint = new PretrainingRun(recipe, TimeProvider.System, progress, line => progress.Say(line)).Execute(cancellationToken);
            return new RecipeReport(recipe.Model, progress.Steps, progress.Losses, checkpoint, 0);
        });

    /// <summary>A bar per stage, with the newest losses in its text, and a line per validation.</summary>
    private sealed class StageBars(IAnsiConsole console, ProgressContext context) : IProgress<StageProgress>
    {
        private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyDictionary<string, double>> _losses = new(StringComparer.Ordinal);
        private ProgressTask? _preparing;

        public int Steps { get; private set; }

        /// <summary>What the last validation of each stage measured.</summary>
        public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Losses => _losses;

        public void Say(string line)
        {
            var text = line.EscapeMarkup();
            _preparing ??= context.AddTask(text).IsIndeterminate();
            _preparing.Description = text;
        }

        public void Report(StageProgress value)
        {
            _preparing?.StopTask();
            if (!_bars.TryGetValue(value.Stage, out var bar))
                _bars.Add(value.Stage, bar = context.AddTask(value.Stage, maxValue: value.Steps));
            bar.Value = value.Step;
            if (value.Validation)
            {
                _losses[value.Stage] = value.Values;
                console.MarkupLineInterpolated($"{value.Stage} {value.Step}, held-out: {Numbers(value.Values)}");
            }
            else
            {
                Steps++;
            }

            bar.Description = $"{value.Stage} {value.Step}/{value.Steps} {Numbers(value.Values.Take(4))}".EscapeMarkup();
        }

        private static string Numbers(IEnumerable<KeyValuePair<string, double>> values) =>
            string.Join(' ', values.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value:0.000}")));
    }
}
