using TorchSharp;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// GPT latents to a waveform: a HiFi-GAN generator (Kong, Kim and Bae 2020) that hears the speaker embedding before and in every stage.
/// <code>
/// latents ─ ×4 in time ─ ×(24,000 / 22,050) ─ conv_pre + speaker ─ [ lrelu ─ up + speaker ─ mean of residual blocks ]… ─ lrelu ─ conv_post ─ tanh
/// </code>
/// A configuration with an excitation adds it after every upsampling (<see cref="VocoderExcitation"/>).
/// Unlike the reference, which drops the batch axis between the two stretches, it takes any batch size.
/// </summary>
public sealed class Vocoder
{
    /// <summary>Slope of the leaky ReLU inside; the one before the last convolution has <see cref="LastSlope"/>.</summary>
    internal const double Slope = 0.1;

    private const double LastSlope = 0.01;
    private const string Prefix = TensorNames.Vocoder;
    private readonly ModelWeights weights;
    private readonly VocoderConfig config;
    private readonly double[] stretches;
    private readonly WeightNorm[] upsamplings;
    private readonly VocoderResidualBlock[] blocks;
    private readonly VocoderExcitation? excitation;

    public Vocoder(ModelWeights weights, XttsConfig config)
    {
        this.weights = weights;
        this.config = config.Architecture.Vocoder;
        var args = config.ModelArgs;
        stretches = [(double)args.GptCodeStrideLen / args.OutputHopLength, (double)args.OutputSampleRate / args.InputSampleRate];
        upsamplings = [.. Enumerable.Range(0, this.config.UpsampleRates.Count).Select(stage => new WeightNorm(weights, $"{Prefix}.ups.{stage}"))];
        blocks = [.. Enumerable.Range(0, upsamplings.Length * KindCount).Select(i =>
            new VocoderResidualBlock(weights, $"{Prefix}.resblocks.{i}", this.config.ResblockDilationSizes[i % KindCount]))];
        excitation = this.config.ExcitationChannels > 0 ? new VocoderExcitation(weights, config) : null;
    }

    /// <summary>Whether the generator predicts a pitch and filters an excitation of it.</summary>
    public bool HasExcitation => excitation is not null;

    private int KindCount => config.ResblockKernelSizes.Count;

    /// <summary>Latents [batch, codes, channels] stretched in time by <paramref name="factor"/>, ⌊codes · factor⌋ long: 1 / speed slows down.</summary>
    public static Tensor Stretch(Tensor latents, double factor) => Interpolate(latents.transpose(1, 2), factor).transpose(1, 2);

    /// <summary>Waveform [batch, 1, samples] at the output rate, within ±1, of latents [batch, codes, channels] and speakers [batch, d_vector].</summary>
    public Tensor Forward(Tensor latents, Tensor speakers, TensorTrace? trace = null)
    {
        var frames = Frames(latents);
        var speaker = speakers.unsqueeze(-1); // [batch, d_vector, 1]
        return Generate(frames, speaker, excitation?.Of(excitation.Predict(frames, speaker)), trace);
    }

    /// <summary>
    /// The waveform for a pitch that is known, log2 of Hz per frame [batch, frames] and 0 where unvoiced, and what the generator itself
    /// would have taken [batch, 2, frames]: octaves above <see cref="Xtts.Signal.Excitation.PitchOrigin"/> and the logit of voicing.
    /// </summary>
    public (Tensor Waveform, Tensor Predicted) Forward(Tensor latents, Tensor speakers, float[] pitch)
    {
        var own = excitation ?? throw new InvalidOperationException("The generator has no excitation.");
        var frames = Frames(latents);
        var speaker = speakers.unsqueeze(-1);
        return (Generate(frames, speaker, own.Of(pitch, frames.shape[0]), trace: null), own.Predict(frames, speaker));
    }

    private Tensor Frames(Tensor latents) =>
        stretches.Where(factor => factor != 1).Aggregate(latents.transpose(1, 2), Interpolate); // [batch, channels, frames]

    private Tensor Generate(Tensor frames, Tensor speaker, Tensor? heard, TensorTrace? trace)
    {
        var hidden = Convolve(frames, "conv_pre");
        trace?.Record("conv_pre", hidden);
        hidden += Convolve(speaker, "cond_layer");
        for (var stage = 0; stage < upsamplings.Length; stage++)
        {
            var longer = Upsample(hidden, stage, trace) + Convolve(speaker, $"conds.{stage}");
            hidden = Blend(heard is null ? longer : longer + excitation!.At(stage, heard), stage, trace);
        }

        var signal = nn.functional.conv1d(
            nn.functional.leaky_relu(hidden, LastSlope), weights[Prefix + ".conv_post.weight"], padding: weights[Prefix + ".conv_post.weight"].shape[2] / 2);
        trace?.Record("conv_post_pre_tanh", signal);
        return signal.tanh();
    }

    private Tensor Upsample(Tensor hidden, int stage, TensorTrace? trace)
    {
        var (rate, kernel) = (config.UpsampleRates[stage], config.UpsampleKernelSizes[stage]);
        var longer = nn.functional.conv_transpose1d(
            nn.functional.leaky_relu(hidden, Slope), upsamplings[stage].Weight(), upsamplings[stage].Bias, stride: rate, padding: (kernel - rate) / 2);
        trace?.Record($"ups{stage}", longer);
        return longer; // [batch, channels / 2, time · rate]
    }

    private Tensor Blend(Tensor hidden, int stage, TensorTrace? trace)
    {
        var sum = blocks[stage * KindCount].Forward(hidden);
        trace?.Record($"res{stage * KindCount}", sum);
        for (var kind = 1; kind < KindCount; kind++)
        {
            var next = blocks[(stage * KindCount) + kind].Forward(hidden);
            trace?.Record($"res{(stage * KindCount) + kind}", next);
            sum += next;
        }

        return sum / KindCount;
    }

    private Tensor Convolve(Tensor input, string name)
    {
        var weight = weights[$"{Prefix}.{name}.weight"]; // [out, in, width]
        return nn.functional.conv1d(input, weight, weights[$"{Prefix}.{name}.bias"], padding: weight.shape[2] / 2);
    }

    // The factor itself gives the coordinates, and each stretch rounds its length down.
    private static Tensor Interpolate(Tensor frames, double factor) =>
        nn.functional.interpolate(frames, scale_factor: [factor], mode: InterpolationMode.Linear, align_corners: false);
}
