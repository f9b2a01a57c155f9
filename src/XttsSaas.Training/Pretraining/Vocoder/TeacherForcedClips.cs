using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// Clips of the corpus with the hidden states that the start model's GPT has for them when it is fed the true codes, and with an
/// embedding of another recording of the speaker, which is what the vocoder will be given when the model speaks.
/// </summary>
public sealed class TeacherForcedClips : IVocoderClips
{
    private const int ValidationClips = 24;
    private readonly VocoderStageConfig config;
    private readonly StageContext context;
    private readonly VoiceReferences references;
    private readonly CorpusClip[] training;
    private readonly ModelWeights dvaeWeights;
    private readonly AudioCodec codec;
    private readonly TeacherForcing forcing;
    private IReadOnlyList<VocoderClip>? validation;

    public TeacherForcedClips(VocoderStageConfig config, StageContext context)
    {
        (this.config, this.context) = (config, context);
        references = new VoiceReferences(context);
        training = [.. context.Corpus.Clips(CorpusSplit.Training).Where(IsUsable)];
        dvaeWeights = GptWeights.LoadDvaeEncoder(context.Start, context.Device);
        codec = new AudioCodec(new DvaeEncoder(dvaeWeights), context.Start.Model.ReadSingle(TensorNames.MelStats));
        forcing = new TeacherForcing(context.Start, context.Device);
    }

    public IReadOnlyList<VocoderClip> Training(long number)
    {
        var random = new SeededStream(config.Seed, "vocoder-chunk", number);
        return Make([.. Enumerable.Range(0, config.ChunkClips).Select(_ => training[random.NextInt(0, training.Length - 1)])], random);
    }

    public IReadOnlyList<VocoderClip> Validation() => validation ??= Make(
        [.. context.Corpus.Clips(CorpusSplit.Validation).Where(IsUsable).Take(ValidationClips)], new SeededStream(config.Seed, "vocoder-validation"));

    public void Dispose()
    {
        references.Dispose();
        forcing.Dispose();
        dvaeWeights.Dispose();
    }

    private bool IsUsable(CorpusClip clip)
    {
        var args = context.Start.Config.ModelArgs;
        return references.Has(clip.Speaker) && (clip.Samples / args.GptCodeStrideLen) + 5 <= args.AudioPositions
            && context.Start.Tokenizer.Encode(clip.Text, clip.Language).Length + 2 <= args.TextPositions;
    }

    private IReadOnlyList<VocoderClip> Make(CorpusClip[] clips, SeededStream random) =>
        forcing.Run(clips, clip => clip.Samples, clip => Forced(clip, random));

    private ForcedClip Forced(CorpusClip clip, SeededStream random)
    {
        var recording = context.Corpus.Samples(clip);
        return new ForcedClip(
            [.. context.Start.Tokenizer.Encode(clip.Text, clip.Language)],
            codec.Encode(recording, context.Start.Config.ModelArgs.GptCodeStrideLen),
            recording,
            references.Draw(clip.Speaker, random));
    }
}
