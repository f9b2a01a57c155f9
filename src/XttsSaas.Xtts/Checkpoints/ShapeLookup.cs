using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Questions about the tensors of a file, with an answer for what is not there or cannot be.</summary>
internal sealed class ShapeLookup(IReadOnlyDictionary<string, TensorInfo> found)
{
    private const int MaxDim = 1 << 20;
    private const int MaxCount = 256;

    public bool Has(string name) => found.ContainsKey(name);

    /// <summary>Size of one axis.</summary>
    public int Dim(string name, int axis, int otherwise) =>
        found.TryGetValue(name, out var tensor) && axis < tensor.Shape.Rank && tensor.Shape[axis] is > 0 and <= MaxDim and var dim ? (int)dim : otherwise;

    /// <summary>One more than the highest number that follows the prefix.</summary>
    public int Count(string prefix, int otherwise)
    {
        var highest = found.Keys.Select(name => NumberAfter(name, prefix)).DefaultIfEmpty(-1).Max();
        return highest < 0 ? otherwise : highest + 1;
    }

    /// <summary>How many names are the prefix, a number and the suffix.</summary>
    public int Named(string prefix, string suffix) =>
        found.Keys.Count(name => NumberAfter(name, prefix) is >= 0 and var number && name == $"{prefix}{number}{suffix}");

    private static int NumberAfter(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
            return -1;
        var rest = name.AsSpan(prefix.Length);
        var dot = rest.IndexOf('.');
        return dot > 0 && int.TryParse(rest[..dot], System.Globalization.NumberStyles.None, null, out var number) && number < MaxCount ? number : -1;
    }
}
