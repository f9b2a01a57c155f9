using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// A residual block whose channels are weighted by what the whole picture holds (Hu et al. 2018): conv, ReLU, norm, conv, norm, weighting,
/// plus the shortcut, ReLU. The ReLU comes before the first norm.
/// </summary>
public sealed class SqueezeExcitationBlock
{
    private readonly Tensor first;
    private readonly Tensor second;
    private readonly Tensor? shortcut;
    private readonly BatchNormalization firstNorm;
    private readonly BatchNormalization secondNorm;
    private readonly BatchNormalization? shortcutNorm;
    private readonly Projection squeeze;
    private readonly Projection excite;
    private readonly long stride;

    public SqueezeExcitationBlock(ModelWeights weights, string prefix, long stride, ForwardMode mode)
    {
        this.stride = stride;
        first = weights[prefix + ".conv1.weight"];
        second = weights[prefix + ".conv2.weight"];
        firstNorm = new BatchNormalization(weights, prefix + ".bn1", mode);
        secondNorm = new BatchNormalization(weights, prefix + ".bn2", mode);
        squeeze = weights.Projection(prefix + ".se.fc.0", WeightLayout.OutIn);
        excite = weights.Projection(prefix + ".se.fc.2", WeightLayout.OutIn);
        if (!weights.Contains(prefix + ".downsample.0.weight"))
            return;
        shortcut = weights[prefix + ".downsample.0.weight"];
        shortcutNorm = new BatchNormalization(weights, prefix + ".downsample.1", mode);
    }

    /// <summary>[batch, in, mels, time] to [batch, out, mels / stride, time / stride].</summary>
    public Tensor Forward(Tensor input)
    {
        var hidden = nn.functional.conv2d(input, first, strides: [stride, stride], padding: [1, 1]);
        hidden = firstNorm.Forward(nn.functional.relu(hidden));
        hidden = secondNorm.Forward(nn.functional.conv2d(hidden, second, padding: [1, 1]));
        var kept = shortcut is null ? input : shortcutNorm!.Forward(nn.functional.conv2d(input, shortcut, strides: [stride, stride]));
        return nn.functional.relu((hidden * Weighting(hidden)) + kept);
    }

    private Tensor Weighting(Tensor hidden)
    {
        var mean = hidden.mean([2L, 3L]); // [batch, channels]
        var weight = excite.Apply(nn.functional.relu(squeeze.Apply(mean))).sigmoid();
        return weight.unsqueeze(-1).unsqueeze(-1); // [batch, channels, 1, 1]
    }
}
