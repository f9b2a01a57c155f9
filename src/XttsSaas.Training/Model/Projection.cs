using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Lora;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>A matrix of the model and its bias, y = x·W + b, with an optional low-rank adapter beside it.</summary>
public sealed class Projection(string name, Parameter weight, Parameter? bias, WeightLayout layout)
{
    /// <summary>The matrix's tensor name in the checkpoint.</summary>
    public string Name => name;

    public WeightLayout Layout => layout;

    public long InputSize => weight.shape[layout == WeightLayout.InOut ? 0 : 1];

    public long OutputSize => weight.shape[layout == WeightLayout.InOut ? 1 : 0];

    internal Parameter Weight => weight;

    internal LoraAdapter? Adapter { get; set; }

    /// <summary>[…, in] to […, out], multiplied in the input's element type: weights of another one are converted, their gradients are not.</summary>
    public Tensor Apply(Tensor input)
    {
        if (input.shape[^1] != InputSize)
            throw new ArgumentException($"{name}: expected an input of width {InputSize}, got [{string.Join(", ", input.shape)}].", nameof(input));

        using var scope = NewDisposeScope();
        var rows = input.reshape(-1, InputSize);
        var matrix = (layout == WeightLayout.InOut ? weight : weight.view(OutputSize, InputSize).t()).OfType(input.dtype); // [in, out]
        var output = bias is null ? rows.mm(matrix) : bias.OfType(input.dtype).addmm(rows, matrix); // [rows, out]
        Adapter?.AddTo(output, rows);
        return output.view([.. input.shape[..^1], OutputSize]).MoveToOuterDisposeScope();
    }
}
