using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>How a model computes, shared by all its layers: whether it is being trained, and in which type it multiplies matrices.</summary>
public sealed class ForwardMode
{
    /// <summary>True while training, false while evaluating.</summary>
    public bool Training { get; set; }

    /// <summary>Element type in which the GPT's blocks and heads multiply matrices; null multiplies them as they are.</summary>
    public ScalarType? Products { get; set; }

    /// <summary><paramref name="input"/> as a factor of a matrix product.</summary>
    internal Tensor Narrow(Tensor input) => Products is { } type ? input.OfType(type) : input;

    /// <summary>A matrix product as norms, softmax and losses take it: in float32 where it was narrowed.</summary>
    internal Tensor Widen(Tensor product) => Products is null ? product : product.OfType(ScalarType.Float32);

    /// <summary>Dropout with <paramref name="rate"/> while training, else <paramref name="input"/> itself.</summary>
    internal Tensor Dropout(Tensor input, double rate) =>
        Training && rate > 0 ? nn.functional.dropout(input, rate, training: true) : input;
}
