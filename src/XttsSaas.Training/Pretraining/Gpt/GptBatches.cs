using XttsSaas.Xtts.Weights;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining.Features;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>Teacher-forced batches: texts, codes, prompts of other clips of the speakers, and inputs with some codes replaced.</summary>
public sealed class GptBatches(PromptPool prompts, GptStageConfig config, int codeCount)
{
    /// <summary>A training batch; everything random follows from <paramref name="number"/>.</summary>
    public GptBatch Training(IReadOnlyList<ClipFeatures> clips, long number) => Batch(clips, "train", number) with
    {
        InputCodes = [.. clips.Select((clip, row) => CodeCorruption.Apply(clip.Codes, config.InputCorruption, codeCount, new SeededStream(config.Seed, "corrupt", (number * config.BatchSize) + row)))],
    };

    /// <summary>A batch with the true codes as inputs.</summary>
    public GptBatch Clean(IReadOnlyList<ClipFeatures> clips, long number) => Batch(clips, "clean", number);

    private GptBatch Batch(IReadOnlyList<ClipFeatures> clips, string purpose, long number) => new(
        [.. clips.Select(clip => clip.TextIds)],
        [.. clips.Select(clip => clip.Codes)],
        [.. clips.Select(clip => clip.Codes.Length * 1024)],
        prompts.Draw([.. clips.Select(clip => clip.Speaker)], row => new SeededStream(config.Seed, $"prompt/{purpose}", (number * config.BatchSize) + row)),
        PromptRanges: null);
}
