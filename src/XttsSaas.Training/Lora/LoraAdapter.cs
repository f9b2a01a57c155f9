using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Model;
using static TorchSharp.torch;

namespace XttsSaas.Training.Lora;

/// <summary>
/// A low-rank update beside one matrix: y += scale · dropout(x)·A·B with A [in, rank] and B [rank, out], whatever the
/// matrix's own layout. B starts at zero, so a fresh adapter changes nothing.
/// </summary>
internal sealed class LoraAdapter(Parameter a, Parameter b, double scale, double dropout, ForwardMode mode)
{
    public Parameter A => a;

    public Parameter B => b;

    /// <summary>Adds the update for <paramref name="rows"/> [rows, in] to <paramref name="output"/> [rows, out], in place.</summary>
    public void AddTo(Tensor output, Tensor rows)
    {
        using var scope = NewDisposeScope();
        var narrow = mode.Dropout(rows, dropout).mm(a.OfType(rows.dtype)); // [rows, rank]
        output.addmm_(narrow, b.OfType(rows.dtype), alpha: (float)scale);
    }

    /// <summary>What the adapter adds to a matrix of <paramref name="layout"/>: [in, out] or [out, in].</summary>
    public Tensor Delta(WeightLayout layout)
    {
        var delta = matmul(a, b) * scale;
        return layout == WeightLayout.InOut ? delta : delta.t();
    }
}
