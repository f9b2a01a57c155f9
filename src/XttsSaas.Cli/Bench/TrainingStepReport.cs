using System.Globalization;

namespace XttsSaas.Cli.Bench;

/// <summary>Measured steps of fine-tuning, and the parts of the median one. Memory in MiB, times in the unit that the name says.</summary>
internal sealed record TrainingStepReport(
    string Size, string Mode, string Precision, int Batch, double Seconds, int Threads, long TrainedParameters,
    double StepsPerSecond, double StepMsMedian, double StepMsMin, double ForwardMs, double BackwardMs, double UpdateMs, long PeakMemoryMb)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Size}, {Mode}, {Precision}, {Threads} threads: {StepMsMedian:0} ms a step of {Batch} clips of {Seconds:0.#} s ({StepsPerSecond:0.000} steps/s; forward {ForwardMs:0}, backward {BackwardMs:0}, update {UpdateMs:0}), {TrainedParameters / 1e6:0.0} M parameters trained, peak {PeakMemoryMb} MiB");
}
