using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Portal;

/// <summary>How recordings are to be cut; seconds.</summary>
public sealed class ProcessForm
{
    private static readonly SegmentationOptions Defaults = new();

    public double MinSeconds { get; set; } = Defaults.MinSeconds;

    public double TargetSeconds { get; set; } = Defaults.TargetSeconds;

    public double MaxSeconds { get; set; } = Defaults.MaxSeconds;

    public double PaddingSeconds { get; set; } = Defaults.PaddingSeconds;

    public double MinPauseSeconds { get; set; } = Defaults.MinPauseSeconds;

    public double VadThreshold { get; set; } = Defaults.VadThreshold;

    public static ProcessForm Of(SegmentationOptions options) => new()
    {
        MinSeconds = options.MinSeconds,
        TargetSeconds = options.TargetSeconds,
        MaxSeconds = options.MaxSeconds,
        PaddingSeconds = options.PaddingSeconds,
        MinPauseSeconds = options.MinPauseSeconds,
        VadThreshold = options.VadThreshold,
    };

    public SegmentationOptions ToOptions() => new(MinSeconds, TargetSeconds, MaxSeconds, PaddingSeconds, MinPauseSeconds, VadThreshold);
}
