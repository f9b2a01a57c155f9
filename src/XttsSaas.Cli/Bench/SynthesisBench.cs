using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Measurement;

namespace XttsSaas.Cli.Bench;

/// <summary><c>bench synth</c>: one sentence, its time and peak memory stage by stage.</summary>
internal static class SynthesisBench
{
    private const string Sentence = "The old lighthouse stood at the edge of the bay, and its lamp had been dark for years.";

    public static Command Create()
    {
        var size = new Option<string>("--size") { Description = "Dimensions of the model.", DefaultValueFactory = _ => "mini" };
        size.AcceptOnlyFromAmong("full", "mini");
        var codes = new Option<int>("--codes") { Description = "Audio codes to decode; a code is 46 ms of speech.", DefaultValueFactory = _ => 128 };
        var reference = new Option<double>("--reference-seconds") { Description = "Length of the reference audio.", DefaultValueFactory = _ => 6 };
        var threads = new Option<int>("--threads") { Description = "Threads of one operator; 0 takes the physical cores." };
        var json = ShellOptions.Json();
        codes.Validators.Add(result =>
        {
            if (result.GetValue(codes) is < 2 or > 600)
                result.AddError("--codes must be 2–600.");
        });
        var command = new Command("synth", "One sentence: time and peak memory of every stage.") { size, codes, reference, threads, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed.GetValue(size)!, parsed.GetValue(codes), parsed.GetValue(reference), parsed.GetValue(threads), parsed.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string size, int codes, double referenceSeconds, int threads, bool json, CancellationToken cancellationToken)
    {
        var console = StandardError.Console();
        using var model = BenchModel.Make(size, words => console.MarkupLineInterpolated($"{words}"));
        var stages = new List<StageReport>();
        var options = new EngineOptions(threads);
        ProcessMemory.ResetPeak();
        foreach (var stage in SynthesisMeasurement.Run(model.ExportFolder, Sentence, referenceSeconds, codes, options, TimeProvider.System, cancellationToken))
        {
            stages.Add(StageReport.Of(stage, ProcessMemory.PeakMb()));
            console.MarkupLineInterpolated($"{stage.Name}: {stage.Total.TotalSeconds:0.000} s, peak {stages[^1].PeakMemoryMb} MiB");
            ProcessMemory.ResetPeak();
        }
        var report = SynthesisReport.Of(size, threads, codes, Sentence.Length, model.OutputSampleRate, stages);
        Console.WriteLine(json ? JsonReport.Of(report) : report.ToString());
        return ExitCodes.Done;
    }
}
