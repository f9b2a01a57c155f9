using XttsSaas.Xtts.Weights;
using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining.Features;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>
/// A linear layer that only training has: it reads from the hidden state of each code what the code sounds like (mel, pitch, voicing)
/// and which phoneme it belongs to. So the hidden states come to carry the sound that the vocoder must make of them, and the text is
/// aligned much earlier than codes alone would teach it.
/// </summary>
public sealed class SoundHead
{
    private const double PitchOrigin = 7.25; // log2 of about 150 Hz
    private readonly int phonemes;
    private readonly Parameter weight;
    private readonly Parameter bias;

    public SoundHead(ModelWeights weights, int channels, int phonemes, long seed)
    {
        this.phonemes = phonemes;
        var outputs = Acoustics.MelPerCode + (2 * Acoustics.FramesPerCode) + phonemes;
        var random = new SeededStream(seed, "sound-head");
        var scale = 1 / Math.Sqrt(channels);
        weights.Add("training.head.weight", [.. Enumerable.Range(0, outputs * channels).Select(_ => (float)(((random.NextDouble() * 2) - 1) * scale))], [outputs, channels]);
        weights.Add("training.head.bias", new float[outputs], [outputs]);
        (weight, bias) = (weights["training.head.weight"], weights["training.head.bias"]);
    }

    /// <summary>Losses of a batch's hidden states [batch, positions, channels]: mel, pitch, voicing, phoneme, and the share of phonemes that are right.</summary>
    public SoundLosses Score(Tensor hidden, IReadOnlyList<ClipFeatures> clips)
    {
        var positions = hidden.shape[1];
        var index = clips.SelectMany((clip, row) => Enumerable.Range(0, clip.Codes.Length).Select(code => (row * positions) + code)).ToArray();
        var states = hidden.reshape(-1, hidden.shape[2]).index_select(0, tensor(index).to(hidden.device)); // [codes, channels]
        var read = nn.functional.linear(states, weight, bias);
        var mel = Values(clips, clip => clip.Acoustics.Mel, Acoustics.MelPerCode, hidden.device);
        var pitch = Values(clips, clip => clip.Acoustics.Pitch, Acoustics.FramesPerCode, hidden.device);
        var voiced = pitch.gt(0).to_type(ScalarType.Float32);
        var classes = tensor(clips.SelectMany(clip => clip.Phonemes.Select(phoneme => (long)phoneme)).ToArray()).to(hidden.device);

        var error = (read.narrow(1, Acoustics.MelPerCode, Acoustics.FramesPerCode) - (pitch - PitchOrigin)).abs() * voiced;
        var scores = read.narrow(1, Acoustics.MelPerCode + (2 * Acoustics.FramesPerCode), phonemes);
        return new SoundLosses(
            nn.functional.l1_loss(read.narrow(1, 0, Acoustics.MelPerCode), mel),
            error.sum() / voiced.sum().clamp_min(1),
            nn.functional.binary_cross_entropy_with_logits(read.narrow(1, Acoustics.MelPerCode + Acoustics.FramesPerCode, Acoustics.FramesPerCode), voiced),
            nn.functional.cross_entropy(scores, classes),
            scores.detach().argmax(1).eq(classes).to_type(ScalarType.Float32).mean());
    }

    private static Tensor Values(IReadOnlyList<ClipFeatures> clips, Func<ClipFeatures, Half[]> part, int width, Device device)
    {
        var values = new float[clips.Sum(clip => part(clip).Length)];
        var at = 0;
        foreach (var clip in clips)
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(part(clip), values.AsSpan(at));
            at += part(clip).Length;
        }

        return tensor(values, [values.Length / width, width]).to(device);
    }
}
