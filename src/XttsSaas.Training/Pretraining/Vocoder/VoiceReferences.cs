using XttsSaas.Training.Model;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>A few recordings of every speaker of training, as prompts and embeddings; made when first asked for.</summary>
internal sealed class VoiceReferences : IDisposable
{
    private const int PerSpeaker = 8;
    private readonly StageContext context;
    private readonly Dictionary<string, CorpusClip[]> clips;
    private readonly Dictionary<string, VoiceReference> made = new(StringComparer.Ordinal);
    private readonly ModelWeights weights;
    private readonly SpeakerEncoder encoder;

    public VoiceReferences(StageContext context)
    {
        this.context = context;
        clips = context.Corpus.Clips(CorpusSplit.Training).Where(clip => clip.Samples >= PromptSamples)
            .GroupBy(clip => clip.Speaker, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Take(PerSpeaker).ToArray(), StringComparer.Ordinal);
        weights = GptWeights.LoadPart(context.Start, TensorNames.SpeakerEncoder, context.Device);
        encoder = new SpeakerEncoder(weights, context.Start.Config.Architecture.SpeakerEncoder);
    }

    private int PromptSamples => context.Start.Config.GptCondChunkLen * context.Start.Config.ModelArgs.InputSampleRate;

    /// <summary>Whether a recording of the speaker is long enough for a prompt.</summary>
    public bool Has(string speaker) => clips.ContainsKey(speaker);

    /// <summary>One of the speaker's recordings.</summary>
    public VoiceReference Draw(string speaker, SeededStream random)
    {
        var chosen = clips[speaker][random.NextInt(0, clips[speaker].Length - 1)];
        if (!made.TryGetValue(chosen.Id, out var reference))
            made.Add(chosen.Id, reference = Make(chosen));
        return reference;
    }

    public void Dispose() => weights.Dispose();

    private VoiceReference Make(CorpusClip clip)
    {
        using var scope = NewDisposeScope();
        var samples = context.Corpus.Samples(clip);
        var mel = FrontEnds.Speaker(Resampler.Resample(samples, context.Corpus.Manifest.SampleRate, MelSettings.Speaker.SampleRate));
        return new VoiceReference(samples[..PromptSamples], encoder.Forward(tensor(mel.Values, [1, mel.Mels, mel.Frames]).to(context.Device)).ToHostArray());
    }
}
