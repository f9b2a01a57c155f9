using TorchSharp;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// A recording's log mel to a unit vector that stands for its speaker: ResNet with squeeze and excitation (Heo et al. 2020, "H / ASP"),
/// attentive statistics over time (Okabe et al. 2018), a linear layer, and length 1.
/// </summary>
public sealed class SpeakerEncoder
{
    private const string Prefix = TensorNames.SpeakerEncoder;
    private readonly ModelWeights weights;
    private readonly BatchNormalization stemNorm;
    private readonly SqueezeExcitationBlock[][] stages;
    private readonly Projection attentionIn;
    private readonly BatchNormalization attentionNorm;
    private readonly Projection attentionOut;
    private readonly Projection output;

    public SpeakerEncoder(ModelWeights weights, SpeakerEncoderConfig config)
    {
        this.weights = weights;
        stemNorm = new BatchNormalization(weights, Prefix + ".bn1", Mode);
        stages = [.. config.Layers.Select((blocks, stage) => Enumerable.Range(0, blocks)
            .Select(i => new SqueezeExcitationBlock(weights, $"{Prefix}.layer{stage + 1}.{i}", stage > 0 && i == 0 ? 2 : 1, Mode)).ToArray())];
        attentionIn = weights.Projection(Prefix + ".attention.0", WeightLayout.OutIn);
        attentionNorm = new BatchNormalization(weights, Prefix + ".attention.2", Mode);
        attentionOut = weights.Projection(Prefix + ".attention.3", WeightLayout.OutIn);
        output = weights.Projection(Prefix + ".fc", WeightLayout.OutIn);
    }

    /// <summary>While training, the norms use the batch's own statistics.</summary>
    public ForwardMode Mode { get; } = new();

    /// <summary>Unit vectors [batch, d_vector] of log mels [batch, mels, time] that are normalised over time.</summary>
    public Tensor Forward(Tensor mel, TensorTrace? trace = null)
    {
        var hidden = nn.functional.conv2d(mel.unsqueeze(1), weights[Prefix + ".conv1.weight"], weights[Prefix + ".conv1.bias"], padding: [1, 1]);
        trace?.Record("conv1", hidden);
        hidden = stemNorm.Forward(nn.functional.relu(hidden)); // [batch, channels, mels, time]
        for (var stage = 0; stage < stages.Length; stage++)
        {
            foreach (var block in stages[stage])
                hidden = block.Forward(hidden);
            trace?.Record($"layer{stage + 1}", hidden);
        }

        var embedding = output.Apply(Pool(hidden.flatten(1, 2), trace));
        trace?.Record("fc", embedding);
        return nn.functional.normalize(embedding, dim: 1, eps: 1e-12);
    }

    /// <summary>[batch, channels, time] to [batch, 2 · channels]: mean and deviation over time, each moment weighted by attention.</summary>
    private Tensor Pool(Tensor frames, TensorTrace? trace)
    {
        var scores = nn.functional.relu(attentionIn.Apply(frames.transpose(1, 2))); // [batch, time, attention]
        scores = attentionOut.Apply(attentionNorm.Forward(scores.transpose(1, 2)).transpose(1, 2)).transpose(1, 2);
        var attention = nn.functional.softmax(scores, 2); // [batch, channels, time]
        trace?.Record("attention", attention);
        var mean = (frames * attention).sum(2L);
        var deviation = ((frames.pow(2) * attention).sum(2L) - mean.pow(2)).clamp_min(1e-5).sqrt();
        return cat([mean, deviation], 1);
    }
}
