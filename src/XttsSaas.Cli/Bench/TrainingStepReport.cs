using System.Globalization;

namespace XttsSaas.Cli.Bench;

/// <summary>Measured steps of fine-tuning. Memory in MiB, times in the unit that the name says.</summary>
internal sealed record TrainingStepReport(
    string Size, string Mode, string Precision, int Batch, double Seconds, int Threads, long TrainedParameters,
    double StepsPerSecond, double StepMsMedian, double StepMsMin, long PeakMemoryMb)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Size}, {Mode}, {Precision}, {Threads} threads: {StepMsMedian:0} ms a step of {Batch} clips of {Seconds:0.#} s ({StepsPerSecond:0.000} steps/s), {TrainedParameters / 1e6:0.0} M parameters trained, peak {PeakMemoryMb} MiB");
}
