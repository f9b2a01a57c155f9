using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The layers of the DVAE's encoder or decoder, read from the checkpoint's own numbering: <c>i.0</c> a convolution that halves time, and
/// ReLU; <c>i.0.conv</c> time doubled by repetition, a convolution, and ReLU; <c>i.net</c> a residual block; <c>i</c> a plain convolution.
/// </summary>
internal sealed class DvaeLayers
{
    private readonly ModelWeights weights;
    private readonly List<Func<Tensor, Tensor>> layers = [];

    public DvaeLayers(ModelWeights weights, string part)
    {
        this.weights = weights;
        for (var i = 0; i < weights.Count(part); i++)
        {
            var prefix = $"{part}.{i}";
            if (weights.Contains(prefix + ".0.weight"))
                layers.Add(input => nn.functional.relu(Convolve(input, prefix + ".0", stride: 2)));
            else if (weights.Contains(prefix + ".0.conv.weight"))
                layers.Add(input => nn.functional.relu(Convolve(input.repeat_interleave(2, 2), prefix + ".0.conv")));
            else if (weights.Contains(prefix + ".net.0.weight"))
                layers.Add(input => Residual(input, prefix + ".net"));
            else
                layers.Add(input => Convolve(input, prefix));
        }
    }

    /// <summary>[batch, channels, time] to the last layer's width and rate.</summary>
    public Tensor Forward(Tensor input) => layers.Aggregate(input, (hidden, layer) => layer(hidden));

    private Tensor Residual(Tensor input, string prefix)
    {
        var hidden = nn.functional.relu(Convolve(input, prefix + ".0"));
        hidden = nn.functional.relu(Convolve(hidden, prefix + ".2"));
        return input + Convolve(hidden, prefix + ".4");
    }

    private Tensor Convolve(Tensor input, string prefix, long stride = 1)
    {
        var kernel = weights[prefix + ".weight"]; // [out, in, width]
        return nn.functional.conv1d(input, kernel, weights[prefix + ".bias"], stride: stride, padding: kernel.shape[2] / 2);
    }
}
