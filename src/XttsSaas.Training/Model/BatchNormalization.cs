using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// Batch norm over all axes but the second, eps 1e-5: with the checkpoint's running statistics, or while training with the batch's own,
/// which then move the running ones by a tenth.
/// </summary>
public sealed class BatchNormalization(ModelWeights weights, string prefix, ForwardMode mode)
{
    private readonly Tensor weight = weights[prefix + ".weight"];
    private readonly Tensor bias = weights[prefix + ".bias"];
    private readonly Tensor mean = weights[prefix + ".running_mean"];
    private readonly Tensor variance = weights[prefix + ".running_var"];

    /// <summary>[batch, channels, …] to the same shape.</summary>
    public Tensor Forward(Tensor input) =>
        nn.functional.batch_norm(input, mean, variance, weight, bias, mode.Training, momentum: 0.1, eps: 1e-5);
}
