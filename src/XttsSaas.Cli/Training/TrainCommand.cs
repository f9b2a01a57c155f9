using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Cli.Models;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.TensorBoard;

namespace XttsSaas.Cli.Training;

/// <summary><c>train</c>: one fine-tuning run, or the stages of a recipe, in this process, as a file says.</summary>
internal static class TrainCommand
{
    private static readonly Option<FileInfo> Config = new("--config") { Description = "Settings of the run, JSON or YAML.", Required = true };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with the run that the output folder holds." };
    private static readonly Option<string?> Base = new("--base") { Description = "Base model, a folder or an installed one's name, instead of the file's." };
    private static readonly Option<string?> Dataset = new("--dataset") { Description = "LJSpeech folder, instead of the file's." };
    private static readonly Option<string?> Output = new("--output") { Description = "The run's own folder, instead of the file's." };
    private static readonly Option<string> Data = ShellOptions.Data();
    private static readonly Option<bool> Json = ShellOptions.Json();

    public static Command Create()
    {
        var command = new Command("train", "Fine-tune a model on a data set, or train one from scratch by a recipe.") { Config, Resume, Base, Dataset, Output, Data, Json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        var path = parsed.GetValue(Config)!.FullName;
        if (RecipeFile.IsRecipe(path))
            return RecipeRun.Run(parsed, path, parsed.GetValue(Output), parsed.GetValue(Json), cancellationToken);
        var file = new RunFile(path, new RunPaths(parsed.GetValue(Base), parsed.GetValue(Dataset), parsed.GetValue(Output)), new ModelFolders(parsed.GetValue(Data)!));
        if (file.Read() is not { } job)
        {
            error.WriteLine($"{path} has {file.Faults.Count} fault(s):");
            foreach (var fault in file.Faults)
                error.WriteLine($"  {fault}");
            return ExitCodes.WrongUsage;
        }

        var output = new OutputFolder(job.Output);
        if (output.Refusal(job, parsed.GetValue(Resume)) is { } refusal)
        {
            error.WriteLine(refusal);
            return ExitCodes.WrongUsage;
        }

        return Train(parsed, output, job, cancellationToken);
    }

    private static int Train(ParseResult parsed, OutputFolder output, TrainingJob job, CancellationToken cancellationToken)
    {
        var console = StandardError.Console(parsed.InvocationConfiguration.Error);
        var started = Stopwatch.GetTimestamp();
        try
        {
            output.Claim(job);
            var events = Execute(console, job, cancellationToken);
            var report = TrainingReport.Of(job.SessionId, events, Stopwatch.GetElapsedTime(started));
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(Json) ? JsonReport.Of(report) : report.ToString());
            return ExitCodes.Done;
        }
        catch (OperationCanceledException)
        {
            console.MarkupLineInterpolated($"Stopped; the last full step is saved in {job.Output}. Add --resume to go on.");
            return ExitCodes.Cancelled;
        }
        catch (TrainingException fault)
        {
            console.MarkupLineInterpolated($"[red]{fault.Message}[/]");
            return fault.Code == WorkerCodes.DeviceUnavailable ? ExitCodes.SomethingMissing : ExitCodes.Failed;
        }
    }

    private static IReadOnlyList<WorkerEvent> Execute(IAnsiConsole console, TrainingJob job, CancellationToken cancellationToken) => console.Progress()
        .Columns(new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context =>
        {
            var progress = new TrainingProgress(console, context.AddTask("reading the data set"));
            using var recorded = new TensorBoardProgress(progress, job.Output, TimeProvider.System);
            new TrainingRun(job, recorded, TimeProvider.System).Execute(cancellationToken);
            return progress.Events;
        });
}
