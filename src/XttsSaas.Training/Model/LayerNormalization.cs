using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Layer norm over the last axis, eps 1e-5.</summary>
public sealed class LayerNormalization(ModelWeights weights, string prefix)
{
    private readonly Tensor weight = weights[prefix + ".weight"];
    private readonly Tensor bias = weights[prefix + ".bias"];

    /// <summary>[…, channels] to the same shape.</summary>
    public Tensor Forward(Tensor input) =>
        nn.functional.layer_norm(input, weight.shape, weight, bias, eps: 1e-5);
}
