using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Data;

/// <summary>
/// Batches from clips. A training batch follows from the seed and its position alone; a validation batch is the same
/// every time. Thread-safe, but for the tensors, which belong to their thread's dispose scope.
/// </summary>
public sealed class BatchFactory(IReadOnlyList<TrainingClip> clips, TrainingConfig config, XttsConfig model, float[] melStats)
{
    private readonly ClipOrder order = new(clips.Count, config.Seed);
    private readonly int promptLength = config.PromptSource == PromptSource.OwnClip
        ? PromptSegment.PaddedLength
        : model.GptCondChunkLen * MelSettings.Style.SampleRate;

    /// <summary>The training batch whose first clip has <paramref name="position"/> in the run's order; tensors belong to the current dispose scope.</summary>
    public GptBatch Training(long position) => Prepare(position).ToTensors();

    /// <summary>What <see cref="Training"/> makes, before it becomes tensors.</summary>
    public ClipBatch Prepare(long position)
    {
        var chosen = Enumerable.Range(0, config.BatchSize).Select(i => order.At(position + i)).ToArray();
        var prompts = chosen.Select((clip, i) => DrawPrompt(clip, new SeededStream(config.Seed, "prompt", position + i))).ToArray();
        return Batch([.. chosen.Select(index => clips[index])], prompts, config.PromptMasking == PromptMasking.Reference) with
        {
            Inputs = config.InputCorruption == 0 ? null : [.. chosen.Select((clip, i) =>
                CodeCorruption.Apply(clips[clip].Codes, config.InputCorruption, model.Architecture.Dvae.NumTokens, new SeededStream(config.Seed, "corrupt", position + i)))],
        };
    }

    /// <summary>All clips in order, for validation.</summary>
    public IEnumerable<GptBatch> Validation() => Validation(config.BatchSize);

    /// <summary>All clips in order, <paramref name="size"/> at a time.</summary>
    public IEnumerable<GptBatch> Validation(int size) =>
        Enumerable.Range(0, clips.Count).Chunk(size).Select(chunk =>
            Batch([.. chunk.Select(index => clips[index])], [.. chunk.Select(ValidationPrompt)], masked: false).ToTensors());

    private Prompt DrawPrompt(int clip, SeededStream random)
    {
        if (config.PromptSource == PromptSource.OwnClip)
            return new Prompt(clips[clip], PromptSegment.Draw(clips[clip].Samples, random));
        var other = clips.Count == 1 ? clip : (clip + 1 + random.NextInt(0, clips.Count - 2)) % clips.Count;
        var length = Math.Min(promptLength, clips[other].Samples);
        var start = random.NextInt(0, clips[other].Samples - length);
        return new Prompt(clips[other], new SampleRange(start, start + length));
    }

    private Prompt ValidationPrompt(int clip)
    {
        if (config.PromptSource == PromptSource.OwnClip)
            return new Prompt(clips[clip], PromptSegment.ForValidation(clips[clip].Samples));
        var other = clips[(clip + 1) % clips.Count];
        return new Prompt(other, new SampleRange(0, Math.Min(promptLength, other.Samples)));
    }

    private ClipBatch Batch(TrainingClip[] chosen, Prompt[] prompts, bool masked) =>
        new(chosen, [.. prompts.Select(prompt => prompt.Range)], [.. prompts.Select(Mel)], masked);

    private MelSpectrogram Mel(Prompt prompt)
    {
        var padded = new float[promptLength];
        WaveFile.Read(prompt.Clip.Path).Samples.AsSpan(prompt.Range.Start, prompt.Range.Length).CopyTo(padded);
        return FrontEnds.Style(padded, melStats);
    }

    private readonly record struct Prompt(TrainingClip Clip, SampleRange Range);
}
