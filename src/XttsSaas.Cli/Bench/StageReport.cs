using XttsSaas.Inference.Measurement;

namespace XttsSaas.Cli.Bench;

/// <summary>One stage: seconds in all, how often it ran, milliseconds of a median and the shortest run, and the peak memory during it in MiB.</summary>
internal sealed record StageReport(string Name, double Seconds, int Runs, double MsMedian, double MsMin, long PeakMemoryMb, int Samples)
{
    public static StageReport Of(MeasuredStage stage, long peakMemoryMb) => new(
        stage.Name, stage.Total.TotalSeconds, stage.Runs.Count, stage.Median.TotalMilliseconds, stage.Shortest.TotalMilliseconds, peakMemoryMb, stage.Samples);
}
