using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>Reads random clips of a corpus as the power mels of the speaker encoder.</summary>
internal sealed class SpeakerClips(StageContext context, long seed)
{
    /// <summary>Up to <paramref name="perSpeaker"/> clips of every speaker of training, ordered by the speakers' ids.</summary>
    /// <exception cref="TrainingException">There are fewer than two speakers.</exception>
    public IReadOnlyList<SpeakerMels> Training(int perSpeaker, CancellationToken cancellation)
    {
        var chosen = Shuffled(CorpusSplit.Training)
            .GroupBy(clip => clip.Speaker, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Speaker: group.Key, Clips: group.Take(perSpeaker).ToList()))
            .ToList();
        if (chosen.Count < 2)
            throw new TrainingException(WorkerCodes.EmptyDataset, $"{CorpusFiles.Of(CorpusSplit.Training)} has {chosen.Count} speaker(s); telling speakers apart needs at least 2.");
        context.Report($"Mels of {chosen.Sum(speaker => speaker.Clips.Count)} clips by {chosen.Count} speakers.");
        return [.. chosen.Select(speaker => new SpeakerMels(speaker.Speaker, [.. speaker.Clips.Select(clip => Read(clip, cancellation))]))];
    }

    /// <summary>Up to <paramref name="count"/> clips of a part, with their speakers, normalised as the encoder takes them.</summary>
    public IReadOnlyList<(string Speaker, MelSpectrogram Mel)> HeldOut(CorpusSplit split, int count, CancellationToken cancellation) =>
        [.. Shuffled(split).Take(count).Select(clip => (clip.Speaker, FrontEnds.NormaliseSpeaker(Read(clip, cancellation))))];

    private CorpusClip[] Shuffled(CorpusSplit split)
    {
        var clips = context.Corpus.Clips(split).ToArray();
        return [.. new SeededStream(seed, $"speaker-clips-{split}").Permutation(clips.Length).Select(index => clips[index])];
    }

    private MelSpectrogram Read(CorpusClip clip, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return FrontEnds.SpeakerPower(Resampler.Resample(context.Corpus.Samples(clip), context.Corpus.Manifest.SampleRate, MelSettings.Speaker.SampleRate));
    }
}
