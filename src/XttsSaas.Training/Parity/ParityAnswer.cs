using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>Tensors in the form in which a pack stores them.</summary>
internal static class ParityAnswer
{
    /// <summary>The part of <paramref name="tensor"/> that the case keeps: leading axes of length 1 may be missing, rows and frames cut.</summary>
    public static ParityOutput Of(ParityCase test, string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var expected = test.ExpectedShape(name);
        while (tensor.Dimensions > expected.Rank && tensor.shape[0] == 1)
            tensor = tensor.squeeze(0);
        var whole = ParityOutput.Of(name, tensor.ToHostArray(), new TensorShape(tensor.shape));
        return whole.Shape == expected ? whole : whole.Leading(expected);
    }

    /// <summary>The wanted ones among the recorded tensors. A pack's name may end with how much it keeps: <c>conv1_f8</c>.</summary>
    public static IEnumerable<ParityOutput> Of(ParityCase test, TensorTrace trace, string prefix = "")
    {
        foreach (var name in test.Outputs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (trace.Tensors.GetValueOrDefault(Whole(name[prefix.Length..])) is { } tensor)
                yield return Of(test, name, tensor);
        }
    }

    /// <summary>The number that ends <paramref name="name"/> after <paramref name="prefix"/>; null for any other name.</summary>
    public static int? NumberAfter(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(prefix.Length), out var number) ? number : null;

    private static string Whole(string name)
    {
        var cut = name.LastIndexOf("_f", StringComparison.Ordinal);
        return cut > 0 && NumberAfter(name[cut..], "_f") is not null ? name[..cut] : name;
    }
}
