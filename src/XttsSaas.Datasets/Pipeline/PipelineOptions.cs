using XttsSaas.Audio.Segmentation;
using XttsSaas.Audio.Vad;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>How a recording becomes clips.</summary>
public sealed record PipelineOptions
{
    /// <summary>What the model is trained on.</summary>
    public const int ClipSampleRate = 22_050;

    public VadOptions Vad { get; init; } = new();

    public SegmenterOptions Segmentation { get; init; } = new();

    /// <summary>Every fault of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Validate() => [.. Vad.Validate(), .. Segmentation.Validate()];
}
