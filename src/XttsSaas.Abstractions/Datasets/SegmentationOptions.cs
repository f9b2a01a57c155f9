namespace XttsSaas.Abstractions.Datasets;

/// <summary>How recordings are cut. Seconds throughout; 0 &lt; min ≤ target ≤ max ≤ 11.6 (the model's longest clip).</summary>
[GenerateSerializer, Immutable, Alias("SegmentationOptions")]
public sealed record SegmentationOptions(
    double MinSeconds = 1.0,
    double TargetSeconds = 6.0,
    double MaxSeconds = 11.0,
    double PaddingSeconds = 0.1,
    double MinPauseSeconds = 0.25,
    double VadThreshold = 0.5);
