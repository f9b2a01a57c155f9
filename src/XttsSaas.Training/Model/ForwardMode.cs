using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Whether a model is being trained: shared by all its layers, switches their dropout.</summary>
public sealed class ForwardMode
{
    /// <summary>True while training, false while evaluating.</summary>
    public bool Training { get; set; }

    /// <summary>Dropout with <paramref name="rate"/> while training, else <paramref name="input"/> itself.</summary>
    internal Tensor Dropout(Tensor input, double rate) =>
        Training && rate > 0 ? nn.functional.dropout(input, rate, training: true) : input;
}
