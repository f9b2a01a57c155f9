using XttsSaas.Training.Model;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>The hidden states that a model's GPT has for recordings when it is fed their true codes.</summary>
internal sealed class TeacherForcing : IDisposable
{
    /// <summary>How many clips go through the GPT at a time.</summary>
    private const int BatchClips = 16;

    private readonly XttsModelArgs args;
    private readonly float[] melStats;
    private readonly ModelWeights weights;
    private readonly XttsGpt gpt;
    private readonly FramePitch pitch;

    public TeacherForcing(Checkpoint model, Device device)
    {
        args = model.Config.ModelArgs;
        melStats = model.Model.ReadSingle(TensorNames.MelStats);
        weights = GptWeights.LoadGpt(model, device);
        gpt = new XttsGpt(weights, GptWeights.Dimensions(model.Config, model.Tokenizer.StartId, model.Tokenizer.StopId), dropout: 0);
        pitch = new FramePitch(args);
    }

    /// <summary>What the vocoder learns from <paramref name="clips"/>, the short ones first.</summary>
    /// <param name="clips">Any number; few of them are in memory at a time.</param>
    /// <param name="samples">The length of a clip.</param>
    /// <param name="open">Reads a clip.</param>
    public IReadOnlyList<VocoderClip> Run<TClip>(IEnumerable<TClip> clips, Func<TClip, int> samples, Func<TClip, ForcedClip> open) =>
        [.. clips.OrderBy(samples).Chunk(BatchClips).SelectMany(batch => Run(Array.ConvertAll(batch, clip => open(clip))))];

    private IReadOnlyList<VocoderClip> Run(ForcedClip[] clips)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var mels = clips.Select(clip => FrontEnds.Style(clip.Voice.Prompt, melStats)).ToArray();
        var hidden = gpt.Forward(new GptBatch(
            [.. clips.Select(clip => clip.TextIds)],
            [.. clips.Select(clip => clip.Codes)],
            [.. clips.Select(clip => clip.Recording.Length)],
            tensor([.. mels.SelectMany(mel => mel.Values)], [mels.Length, mels[0].Mels, mels[0].Frames]),
            PromptRanges: null)).AudioHidden; // [batch, positions, channels]
        return [.. clips.Select((clip, row) =>
        {
            var recording = Resampler.Resample(clip.Recording, args.InputSampleRate, args.OutputSampleRate);
            return new VocoderClip(hidden.select(0, row).narrow(0, 0, clip.Codes.Length).ToHostArray(), clip.Voice.Embedding, recording, pitch.Of(recording));
        })];
    }

    public void Dispose() => weights.Dispose();
}
