using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The pitch that a vocoder reads from its latents, and the pulses and noise that its stages hear (<see cref="Excitation"/>).
/// The pitch is learned from recordings: no gradient goes through the excitation.
/// </summary>
internal sealed class VocoderExcitation(ModelWeights weights, XttsConfig config)
{
    private const string Prefix = TensorNames.Vocoder + ".excitation";
    private readonly VocoderConfig vocoder = config.Architecture.Vocoder;

    /// <summary>Octaves above <see cref="Excitation.PitchOrigin"/> and the logit of voicing, [batch, 2, frames], of stretched latents [batch, channels, frames].</summary>
    public Tensor Predict(Tensor frames, Tensor speaker)
    {
        var hidden = Convolve(frames, "pitch.0") + Convolve(speaker, "pitch.cond");
        hidden = Convolve(nn.functional.leaky_relu(hidden, Vocoder.Slope), "pitch.1");
        return Convolve(nn.functional.leaky_relu(hidden, Vocoder.Slope), "pitch.2");
    }

    /// <summary>The excitation [batch, 2, samples] of a prediction.</summary>
    public Tensor Of(Tensor predicted)
    {
        using var scope = NewDisposeScope();
        var values = predicted.detach().ToHostArray();
        var frames = (int)predicted.shape[2];
        var pitch = new float[values.Length / 2];
        var (lowest, highest) = (MathF.Log2(Excitation.LowestPitch), MathF.Log2(Excitation.HighestPitch));
        for (var i = 0; i < pitch.Length; i++)
        {
            var at = (2 * frames * (i / frames)) + (i % frames);
            pitch[i] = values[at + frames] > 0 ? Math.Clamp(values[at] + Excitation.PitchOrigin, lowest, highest) : 0;
        }

        return Of(pitch, predicted.shape[0]).MoveToOuterDisposeScope();
    }

    /// <summary>The excitation [batch, 2, samples] of a pitch, log2 of Hz, row-major [batch, frames], 0 where unvoiced.</summary>
    public Tensor Of(float[] pitch, long batch)
    {
        var frames = pitch.Length / (int)batch;
        var args = config.ModelArgs;
        float[] excitation = [.. Enumerable.Range(0, (int)batch).SelectMany(row =>
            Excitation.Of(pitch.AsSpan(row * frames, frames), args.OutputHopLength, args.OutputSampleRate))];
        return tensor(excitation, [batch, Excitation.Channels, frames * args.OutputHopLength]).to(weights.Device).to_type(weights.Type);
    }

    /// <summary>What stage <paramref name="stage"/> adds, [batch, channels, values].</summary>
    public Tensor At(int stage, Tensor excitation)
    {
        var weight = weights[$"{Prefix}.stages.{stage}.weight"];
        return nn.functional.conv1d(
            excitation, weight, weights[$"{Prefix}.stages.{stage}.bias"], stride: vocoder.SamplesPerValue(stage), padding: (weight.shape[2] - 1) / 2);
    }

    private Tensor Convolve(Tensor input, string name)
    {
        var weight = weights[$"{Prefix}.{name}.weight"];
        return nn.functional.conv1d(input, weight, weights[$"{Prefix}.{name}.bias"], padding: weight.shape[2] / 2);
    }
}
