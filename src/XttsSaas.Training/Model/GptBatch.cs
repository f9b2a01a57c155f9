using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>One micro-batch as the data set gives it, on the host.</summary>
/// <param name="TextIds">Token ids per clip, language tag included, start and stop not.</param>
/// <param name="Codes">Audio codes per clip.</param>
/// <param name="WaveLengths">Samples at 22,050 Hz per clip.</param>
/// <param name="ConditioningMel">Style mel of the prompts, [batch, mels, frames].</param>
/// <param name="PromptRanges">Where each prompt was cut from its clip, in samples; null leaves no code out of the loss.</param>
public sealed record GptBatch(
    IReadOnlyList<int[]> TextIds,
    IReadOnlyList<int[]> Codes,
    IReadOnlyList<int> WaveLengths,
    Tensor ConditioningMel,
    IReadOnlyList<SampleRange>? PromptRanges)
{
    public int Size => TextIds.Count;

    /// <summary>Codes that are fed where they differ from the ones to be predicted, as long as <see cref="Codes"/>; null feeds the codes themselves.</summary>
    public IReadOnlyList<int[]>? InputCodes { get; init; }
}
