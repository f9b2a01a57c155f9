using TorchSharp;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// A convolution weight split into magnitude and direction, w = g · v / ‖v‖ (Salimans and Kingma 2016, equation 2), with the norm over all
/// axes but the first. The product is part of the graph, so both parts are trained.
/// </summary>
public sealed class WeightNorm(ModelWeights weights, string prefix)
{
    private readonly Tensor gain = weights[prefix + TensorNames.WeightGain]; // [first, 1, 1]
    private readonly Tensor direction = weights[prefix + TensorNames.WeightDirection]; // [first, second, width]

    /// <summary>The bias of the same convolution.</summary>
    public Tensor Bias { get; } = weights[prefix + ".bias"];

    /// <summary>[first, second, width]; the first axis is the output of a convolution and the input of a transposed one.</summary>
    public Tensor Weight() => direction * (gain / direction.pow(2).sum([1L, 2L], keepdim: true).sqrt());
}
