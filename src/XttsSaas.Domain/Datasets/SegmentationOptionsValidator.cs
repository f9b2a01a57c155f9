using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Domain.Datasets;

/// <summary>The ranges of <see cref="SegmentationOptions"/>; field names as the API writes them.</summary>
public static class SegmentationOptionsValidator
{
    /// <summary>The model's longest clip: 255,995 samples at 22,050 Hz, in whole tenths of a second.</summary>
    public const double LongestClipSeconds = 11.6;

    public static Faults Validate(SegmentationOptions options)
    {
        var faults = new Faults();
        faults.RequireRange(options.MinSeconds, 0.1, LongestClipSeconds, "minSeconds");
        faults.RequireRange(options.MaxSeconds, 0.1, LongestClipSeconds, "maxSeconds");
        faults.Require(
            options.MinSeconds <= options.TargetSeconds && options.TargetSeconds <= options.MaxSeconds,
            "targetSeconds",
            $"targetSeconds is {options.TargetSeconds}; it must lie between minSeconds ({options.MinSeconds}) and maxSeconds ({options.MaxSeconds}).");
        faults.RequireRange(options.PaddingSeconds, 0, 1, "paddingSeconds");
        faults.RequireRange(options.MinPauseSeconds, 0.05, 5, "minPauseSeconds");
        faults.RequireRange(options.VadThreshold, 0.05, 0.95, "vadThreshold");
        return faults;
    }
}
