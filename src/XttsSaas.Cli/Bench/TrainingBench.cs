using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Measurement;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Cli.Bench;

/// <summary><c>bench train</c>: time and peak memory of a step of fine-tuning.</summary>
internal static class TrainingBench
{
    private const int WarmUpSteps = 2;

    public static Command Create()
    {
        var size = new Option<string>("--size") { Description = "Dimensions of the model.", DefaultValueFactory = _ => "mini" };
        size.AcceptOnlyFromAmong("full", "mini");
        var mode = new Option<string>("--mode") { Description = "All weights of the GPT, or adapters beside them.", DefaultValueFactory = _ => "full" };
        mode.AcceptOnlyFromAmong("full", "lora");
        var batch = Bounded("--batch", "Clips of a step.", 2, 1, 64);
        var seconds = new Option<double>("--seconds") { Description = "Length of every clip, up to 11.6.", DefaultValueFactory = _ => 6 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValue(seconds) is not (>= 1 and <= 11.6))
                result.AddError("--seconds must be 1–11.6.");
        });
        var steps = Bounded("--steps", "Steps to measure, after two that warm up.", 3, 1, 1000);
        var threads = Bounded("--threads", "CPU threads; 0 takes what a run takes.", 0, 0, 256);
        var precision = new Option<PrecisionKind>("--precision") { Description = "Numbers in which matrices are multiplied; Auto takes what a run takes.", DefaultValueFactory = _ => PrecisionKind.Auto };
        var json = ShellOptions.Json();
        var command = new Command("train", "A step of fine-tuning: its time and peak memory.") { size, mode, batch, seconds, steps, threads, precision, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var config = new TrainingConfig
                {
                    Steps = 1, Mode = parsed.GetValue(mode) == "full" ? TrainingMode.Full : TrainingMode.Lora,
                    BatchSize = parsed.GetValue(batch), Threads = parsed.GetValue(threads), Device = DeviceKind.Auto, Precision = parsed.GetValue(precision),
                };
                var report = Measure(parsed.GetValue(size)!, config, parsed.GetValue(seconds), parsed.GetValue(steps), StandardError.Console(), cancellationToken);
                parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json) ? JsonReport.Of(report) : report.ToString());
                return ExitCodes.Done;
            }, cancellationToken));
        return command;
    }

    private static TrainingStepReport Measure(string size, TrainingConfig config, double seconds, int steps, IAnsiConsole console, CancellationToken cancellationToken)
    {
        console.MarkupLineInterpolated($"Making a model of {size} size with weights from a formula");
        using var measurement = new StepMeasurement(size == "full" ? XttsConfig.Full : XttsConfig.Mini, config, seconds, TimeProvider.System);
        GC.Collect();
        ProcessMemory.ResetPeak();
        var measured = new List<MeasuredStep>();
        for (var step = 0; step < WarmUpSteps + steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var took = measurement.Step(cancellationToken);
            console.MarkupLineInterpolated($"{(step < WarmUpSteps ? "warm-up" : "step")}: {took.Seconds:0.000} s");
            if (step >= WarmUpSteps)
                measured.Add(took);
        }

        var median = measured.OrderBy(step => step.Seconds).ElementAt(measured.Count / 2);
        return new TrainingStepReport(
            size, config.Mode == TrainingMode.Full ? "full" : "lora", measurement.Precision.ToString().ToLowerInvariant(), config.BatchSize, seconds, measurement.Threads, measurement.Trained,
            1 / median.Seconds, median.Seconds * 1000, measured.Min(step => step.Seconds) * 1000,
            median.Forward * 1000, median.Backward * 1000, median.Update * 1000, ProcessMemory.PeakMb());
    }

    private static Option<int> Bounded(string name, string description, int standard, int low, int high)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < low || result.GetValue(option) > high)
                result.AddError($"{name} must be {low}–{high}.");
        });
        return option;
    }
}
