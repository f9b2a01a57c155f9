using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Data;

/// <summary>
/// Batches from clips. A training batch follows from the seed and its position alone; a validation batch is the same
/// every time. Thread-safe, but for the tensors, which belong to their thread's dispose scope.
/// </summary>
public sealed class BatchFactory(IReadOnlyList<TrainingClip> clips, TrainingConfig config, float[] melStats)
{
    private readonly ClipOrder order = new(clips.Count, config.Seed);

    /// <summary>The training batch whose first clip has <paramref name="position"/> in the run's order; tensors belong to the current dispose scope.</summary>
    public GptBatch Training(long position) => Prepare(position).ToTensors();

    /// <summary>What <see cref="Training"/> makes, before it becomes tensors.</summary>
    public ClipBatch Prepare(long position)
    {
        var chosen = Enumerable.Range(0, config.BatchSize).Select(i => clips[order.At(position + i)]).ToArray();
        var prompts = chosen.Select((clip, i) => PromptSegment.Draw(clip.Samples, new SeededStream(config.Seed, "prompt", position + i))).ToArray();
        return Batch(chosen, prompts, config.PromptMasking == PromptMasking.Reference);
    }

    /// <summary>All clips in order, for validation.</summary>
    public IEnumerable<GptBatch> Validation() => Validation(config.BatchSize);

    /// <summary>All clips in order, <paramref name="size"/> at a time.</summary>
    public IEnumerable<GptBatch> Validation(int size) =>
        clips.Chunk(size).Select(chunk =>
            Batch(chunk, [.. chunk.Select(clip => PromptSegment.ForValidation(clip.Samples))], masked: false).ToTensors());

    private ClipBatch Batch(TrainingClip[] chosen, SampleRange[] prompts, bool masked) =>
        new(chosen, prompts, [.. chosen.Zip(prompts, Mel)], masked);

    private MelSpectrogram Mel(TrainingClip clip, SampleRange range)
    {
        var padded = new float[PromptSegment.PaddedLength];
        WaveFile.Read(clip.Path).Samples.AsSpan(range.Start, range.Length).CopyTo(padded);
        return FrontEnds.Style(padded, melStats);
    }
}
