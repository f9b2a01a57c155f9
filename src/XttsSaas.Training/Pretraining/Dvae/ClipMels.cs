using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>Reads random clips of a corpus as the mels that the DVAE codes.</summary>
internal sealed class ClipMels(StageContext context, long seed, int leastFrames)
{
    private readonly float[] melStats = context.Start.Model.ReadSingle(TensorNames.MelStats);

    /// <summary>Up to <paramref name="count"/> clips of one part, drawn from those that are long enough.</summary>
    /// <exception cref="TrainingException">None is long enough.</exception>
    public IReadOnlyList<MelSpectrogram> Load(CorpusSplit split, int count, CancellationToken cancellation)
    {
        var hop = MelSettings.Dvae.HopLength;
        var clips = context.Corpus.Clips(split).Where(clip => clip.Samples >= leastFrames * hop).ToArray();
        if (clips.Length == 0)
            throw new TrainingException(WorkerCodes.EmptyDataset, $"{CorpusFiles.Of(split)} has no clip of at least {leastFrames * hop} samples.");
        var chosen = new SeededStream(seed, $"dvae-clips-{split}").Permutation(clips.Length).Take(count).ToArray();
        context.Report($"Mels of {chosen.Length} of {clips.Length} clips in {CorpusFiles.Of(split)}.");
        return [.. chosen.Select(index => Read(clips[index], cancellation))];
    }

    private MelSpectrogram Read(CorpusClip clip, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return FrontEnds.Dvae(context.Corpus.Samples(clip), melStats);
    }
}
