using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>How to cut the recordings, in seconds; what is left out has the default.</summary>
public sealed record ProcessRequest(
    double? MinSeconds,
    double? TargetSeconds,
    double? MaxSeconds,
    double? PaddingSeconds,
    double? MinPauseSeconds,
    double? VadThreshold)
{
    public SegmentationOptions ToOptions()
    {
        var standard = new SegmentationOptions();
        return new SegmentationOptions(
            MinSeconds ?? standard.MinSeconds,
            TargetSeconds ?? standard.TargetSeconds,
            MaxSeconds ?? standard.MaxSeconds,
            PaddingSeconds ?? standard.PaddingSeconds,
            MinPauseSeconds ?? standard.MinPauseSeconds,
            VadThreshold ?? standard.VadThreshold);
    }
}
