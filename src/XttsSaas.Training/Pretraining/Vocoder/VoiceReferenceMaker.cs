using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>Recordings as prompts and embeddings.</summary>
internal sealed class VoiceReferenceMaker : IDisposable
{
    private readonly int rate;
    private readonly ModelWeights weights;
    private readonly SpeakerEncoder encoder;

    public VoiceReferenceMaker(Checkpoint model, Device device)
    {
        rate = model.Config.ModelArgs.InputSampleRate;
        PromptSamples = model.Config.GptCondChunkLen * rate;
        weights = GptWeights.LoadPart(model, TensorNames.SpeakerEncoder, device);
        encoder = new SpeakerEncoder(weights, model.Config.Architecture.SpeakerEncoder);
    }

    /// <summary>Samples of a prompt.</summary>
    public int PromptSamples { get; }

    /// <summary>A recording at the model's input rate; the prompt of one that is shorter ends with silence.</summary>
    public VoiceReference Make(float[] samples)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var prompt = new float[PromptSamples];
        samples.AsSpan(0, Math.Min(samples.Length, PromptSamples)).CopyTo(prompt);
        var mel = FrontEnds.Speaker(Resampler.Resample(samples, rate, MelSettings.Speaker.SampleRate));
        return new VoiceReference(prompt, encoder.Forward(tensor(mel.Values, [1, mel.Mels, mel.Frames]).to(weights.Device)).ToHostArray());
    }

    public void Dispose() => weights.Dispose();
}
