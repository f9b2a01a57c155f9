using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>
/// Clips of the corpus with the hidden states that the start model's GPT has for them when it is fed the true codes, and with an
/// embedding of another recording of the speaker, which is what the vocoder will be given when the model speaks.
/// </summary>
public sealed class TeacherForcedClips : IVocoderClips
{
    private const int ValidationClips = 24;
    private const int BatchClips = 16;
    private readonly VocoderStageConfig config;
    private readonly StageContext context;
    private readonly VoiceReferences references;
    private readonly CorpusClip[] training;
    private readonly float[] melStats;
    private readonly ModelWeights gptWeights;
    private readonly ModelWeights dvaeWeights;
    private readonly XttsGpt gpt;
    private readonly AudioCodec codec;
    private readonly FramePitch pitch;
    private IReadOnlyList<VocoderClip>? validation;

    public TeacherForcedClips(VocoderStageConfig config, StageContext context)
    {
        (this.config, this.context) = (config, context);
        var start = context.Start;
        melStats = start.Model.ReadSingle(TensorNames.MelStats);
        references = new VoiceReferences(context);
        training = [.. context.Corpus.Clips(CorpusSplit.Training).Where(IsUsable)];
        gptWeights = GptWeights.LoadGpt(start, context.Device);
        dvaeWeights = GptWeights.LoadDvaeEncoder(start, context.Device);
        gpt = new XttsGpt(gptWeights, GptWeights.Dimensions(start.Config, start.Tokenizer.StartId, start.Tokenizer.StopId), dropout: 0);
        pitch = new FramePitch(start.Config.ModelArgs);
        codec = new AudioCodec(new DvaeEncoder(dvaeWeights), melStats);
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
        gptWeights.Dispose();
        dvaeWeights.Dispose();
    }

    private bool IsUsable(CorpusClip clip)
    {
        var args = context.Start.Config.ModelArgs;
        return references.Has(clip.Speaker) && (clip.Samples / args.GptCodeStrideLen) + 5 <= args.AudioPositions
            && context.Start.Tokenizer.Encode(clip.Text, clip.Language).Length + 2 <= args.TextPositions;
    }

    private List<VocoderClip> Make(CorpusClip[] clips, SeededStream random)
    {
        using var gradients = no_grad();
        var made = new List<VocoderClip>(clips.Length);
        foreach (var batch in clips.OrderBy(clip => clip.Samples).Chunk(BatchClips))
        {
            using var scope = NewDisposeScope();
            var recordings = batch.Select(context.Corpus.Samples).ToArray();
            var voices = batch.Select(clip => references.Draw(clip.Speaker, random)).ToArray();
            made.AddRange(Forward(batch, recordings, voices));
        }

        return made;
    }

    private IEnumerable<VocoderClip> Forward(CorpusClip[] clips, float[][] recordings, VoiceReference[] voices)
    {
        var args = context.Start.Config.ModelArgs;
        var codes = recordings.Select(recording => codec.Encode(recording, args.GptCodeStrideLen)).ToArray();
        var mels = voices.Select(voice => FrontEnds.Style(voice.Prompt, melStats)).ToArray();
        var hidden = gpt.Forward(new GptBatch(
            [.. clips.Select(clip => context.Start.Tokenizer.Encode(clip.Text, clip.Language))],
            codes,
            [.. recordings.Select(recording => recording.Length)],
            tensor([.. mels.SelectMany(mel => mel.Values)], [mels.Length, mels[0].Mels, mels[0].Frames]),
            PromptRanges: null)).AudioHidden; // [batch, positions, channels]
        for (var row = 0; row < clips.Length; row++)
        {
            var recording = Resampler.Resample(recordings[row], args.InputSampleRate, args.OutputSampleRate);
            yield return new VocoderClip(
                hidden.select(0, row).narrow(0, 0, codes[row].Length).ToHostArray(), voices[row].Embedding, recording, pitch.Of(recording));
        }
    }
}
