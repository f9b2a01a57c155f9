using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts;

namespace XttsSaas.Cli.Export;

/// <summary><c>export</c>: a checkpoint folder becomes a set of ONNX graphs.</summary>
internal static class ExportCommand
{

    public static Command Create()
    {
        var checkpoint = new Argument<DirectoryInfo>("checkpoint") { Description = "Checkpoint folder: model.safetensors, config.json, vocab.json, manifest.json." };
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder of the set; an outdated set there is replaced.", Required = true };
        var precision = new Option<string>("--precision") { Description = "How weights are stored.", DefaultValueFactory = _ => "fp32" };
        precision.AcceptOnlyFromAmong("fp32");
        var json = ShellOptions.Json();
        var command = new Command("export", "Build the ONNX graphs of a checkpoint.") { checkpoint, output, precision, json };
        command.SetAction(parsed => Run(parsed.GetValue(checkpoint)!, parsed.GetValue(output)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(DirectoryInfo checkpoint, DirectoryInfo output, bool json)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            OnnxExporter.Export(checkpoint.FullName, output.FullName);
        }
        catch (ModelFormatException error)
        {
            StandardError.Console().MarkupLineInterpolated($"[red]{error.Message}[/]");
            return ExitCodes.Failed;
        }
        var files = output.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var report = new ExportReport([.. files.Select(file => file.Name)], files.Sum(file => file.Length), Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessMemory.PeakMb());
        if (json)
            Console.WriteLine(JsonReport.Of(report));
        else
            Console.WriteLine($"{report.Files.Count} files, {report.Bytes / 1e6:N1} MB in {report.Seconds:0.0} s: {output.FullName}");
        return ExitCodes.Done;
    }
}
