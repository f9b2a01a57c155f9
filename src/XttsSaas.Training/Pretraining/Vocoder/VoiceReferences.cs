using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>A few recordings of every speaker of training, as prompts and embeddings; made when first asked for.</summary>
internal sealed class VoiceReferences : IDisposable
{
    private const int PerSpeaker = 8;
    private readonly StageContext context;
    private readonly Dictionary<string, CorpusClip[]> clips;
    private readonly Dictionary<string, VoiceReference> made = new(StringComparer.Ordinal);
    private readonly VoiceReferenceMaker maker;

    public VoiceReferences(StageContext context)
    {
        this.context = context;
        maker = new VoiceReferenceMaker(context.Start, context.Device);
        clips = context.Corpus.Clips(CorpusSplit.Training).Where(clip => clip.Samples >= maker.PromptSamples)
            .GroupBy(clip => clip.Speaker, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Take(PerSpeaker).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether a recording of the speaker is long enough for a prompt.</summary>
    public bool Has(string speaker) => clips.ContainsKey(speaker);

    /// <summary>One of the speaker's recordings.</summary>
    public VoiceReference Draw(string speaker, SeededStream random)
    {
        var chosen = clips[speaker][random.NextInt(0, clips[speaker].Length - 1)];
        if (!made.TryGetValue(chosen.Id, out var reference))
            made.Add(chosen.Id, reference = maker.Make(context.Corpus.Samples(chosen)));
        return reference;
    }

    public void Dispose() => maker.Dispose();
}
