using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Data;

/// <summary>
/// Micro-batches from clips. A training batch follows from the seed and its position alone; a validation batch is the same
/// every time.
/// </summary>
public sealed class BatchFactory(IReadOnlyList<TrainingClip> clips, TrainingConfig config, float[] melStats)
{
    private readonly ClipOrder order = new(clips.Count, config.Seed);

    /// <summary>The training batch whose first clip has <paramref name="position"/> in the run's order; tensors belong to the current dispose scope.</summary>
    public GptBatch Training(long position)
    {
        var chosen = Enumerable.Range(0, config.BatchSize).Select(i => clips[order.At(position + i)]).ToArray();
        var prompts = chosen.Select((clip, i) => PromptSegment.Draw(clip.Samples, new SeededStream(config.Seed, "prompt", position + i))).ToArray();
        return Batch(chosen, prompts, config.PromptMasking == PromptMasking.Reference ? prompts : null);
    }

    /// <summary>All clips in order, for validation.</summary>
    public IEnumerable<GptBatch> Validation() =>
        clips.Chunk(config.BatchSize).Select(chunk =>
            Batch(chunk, [.. chunk.Select(clip => PromptSegment.ForValidation(clip.Samples))], masked: null));

    private GptBatch Batch(TrainingClip[] chosen, SampleRange[] prompts, SampleRange[]? masked) => new(
        [.. chosen.Select(clip => clip.TextIds)],
        [.. chosen.Select(clip => clip.Codes)],
        [.. chosen.Select(clip => clip.Samples)],
        ConditioningMel([.. chosen.Zip(prompts, Prompt)]),
        masked);

    private static float[] Prompt(TrainingClip clip, SampleRange range)
    {
        var padded = new float[PromptSegment.PaddedLength];
        WaveFile.Read(clip.Path).Samples.AsSpan(range.Start, range.Length).CopyTo(padded);
        return padded;
    }

    private Tensor ConditioningMel(float[][] prompts)
    {
        var mels = prompts.Select(prompt => FrontEnds.Style(prompt, melStats)).ToArray();
        return tensor([.. mels.SelectMany(mel => mel.Values)], [mels.Length, mels[0].Mels, mels[0].Frames]);
    }
}
