using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Datasets.Synthetic.Planning;
using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Building;

/// <summary>
/// Builds a corpus block by block. The plan and each block follow from the request alone, and a finished block is in the journal, so a
/// build that was killed goes on to the same bytes. Blocks are spoken several at a time and taken in order; training ends where the hours
/// are reached, or earlier where every speaker has said every sentence.
/// </summary>
/// <param name="speak">Speaks one block; called from several tasks at once.</param>
/// <param name="workers">Blocks at a time.</param>
public sealed class CorpusBuilder(SpeakBlock speak, int workers)
{
    private const double SecondsPerHour = 3600;

    /// <summary>Builds, goes on with a build, or finds that nothing is left to do.</summary>
    /// <returns>The manifest; its hours are fewer than asked for where the sentences were not enough.</returns>
    /// <exception cref="CorpusException">The request cannot be met, the folder is taken, or espeak-ng is missing.</exception>
    public async Task<CorpusManifest> BuildAsync(string folder, CorpusRequest request, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        folder = Path.GetFullPath(folder);
        LanguageTexts[] texts = [.. request.Languages.Select(language =>
            LanguageTexts.Divide(language, SentenceBook.Read(language, request.SentenceFolder), request.Seed) with
            {
                Words = WordList.Read(language, request.WordFolder),
            })];
        var cast = SpeakerCast.Draw(request.Speakers, request.Seed);
        IReadOnlyList<CorpusSpeaker> speakers = [.. cast, .. SpeakerCast.Crowd(cast, request.Crowd, request.Seed)];
        var output = new CorpusFolder(folder);
        var fingerprint = request.Fingerprint(texts);
        if (output.Find() is { } complete)
            return Complete(folder, complete, fingerprint);

        EspeakVoice.CheckVariants(speakers.Select(speaker => speaker.Variant));
        var journal = CorpusJournal.Open(folder, fingerprint);
        var run = new BlockRun(folder, journal, speak, workers);
        var plan = new CorpusPlan(texts, speakers, request.Seed, request.Leads);
        var clips = await TakeAsync(run, plan, request.Hours * SecondsPerHour, progress, cancellationToken);
        foreach (var (split, part) in clips)
            output.WriteSplit(split, part);
        output.Sweep(clips.Values.SelectMany(part => part));
        var manifest = new CorpusManifest(
            CorpusManifest.CurrentVersion, CorpusManifest.Rate, request.Seed, Math.Round(Seconds(clips[CorpusSplit.Training]) / SecondsPerHour, 4),
            clips.Values.Sum(part => part.Count), request.Languages, speakers, $"espeak-ng {EspeakVoice.Version}", fingerprint);
        output.WriteManifest(manifest);
        return Complete(folder, manifest, fingerprint);
    }

    private static CorpusManifest Complete(string folder, CorpusManifest manifest, string fingerprint)
    {
        if (manifest.Request != fingerprint)
            throw CorpusFolder.Taken(folder, manifest.Request, fingerprint);
        CorpusJournal.Remove(folder);
        return manifest;
    }

    private static async Task<Dictionary<CorpusSplit, List<CorpusClip>>> TakeAsync(
        BlockRun run, CorpusPlan plan, double target, IProgress<CorpusProgress>? progress, CancellationToken cancellationToken)
    {
        var clips = Enum.GetValues<CorpusSplit>().ToDictionary(split => split, _ => new List<CorpusClip>());
        var heldOut = plan.HeldOut.ToDictionary(pair => pair.Utterance.Id, pair => pair.Split);
        var taken = 0;
        await foreach (var clip in run.ClipsAsync(plan.HeldOut.Select(pair => pair.Utterance), cancellationToken))
        {
            clips[heldOut[clip.Id]].Add(clip);
            progress?.Report(new CorpusProgress(++taken, 0, target));
        }
        var seconds = 0.0;
        await foreach (var clip in run.ClipsAsync(plan.Training(), cancellationToken))
        {
            clips[CorpusSplit.Training].Add(clip);
            seconds += Seconds(clip);
            progress?.Report(new CorpusProgress(++taken, seconds, target));
            if (seconds >= target)
                break;
        }
        return clips;
    }

    private static double Seconds(IEnumerable<CorpusClip> clips) => clips.Sum(Seconds);

    private static double Seconds(CorpusClip clip) => clip.Samples / (double)CorpusManifest.Rate;
}
