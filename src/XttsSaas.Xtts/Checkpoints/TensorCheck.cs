using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Compares the tensors of a file with a layout.</summary>
public static class TensorCheck
{
    /// <param name="found">The file's tensors by canonical name.</param>
    /// <param name="layout">What must be there.</param>
    public static TensorReport Compare(IReadOnlyDictionary<string, TensorInfo> found, IReadOnlyList<TensorSpec> layout)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(layout);
        List<string> missing = [], wrong = [];
        foreach (var spec in layout)
        {
            if (!found.TryGetValue(spec.Name, out var tensor))
                missing.Add(spec.Name);
            else if (tensor.Shape != spec.Shape)
                wrong.Add($"{spec.Name} has shape {tensor.Shape}; expected {spec.Shape}");
            else if (tensor.Type.IsFloatingPoint() != spec.Type.IsFloatingPoint())
                wrong.Add($"{spec.Name} has type {tensor.Type}; expected {spec.Type}");
        }
        var known = layout.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);
        return new TensorReport(missing, [.. found.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)], wrong);
    }
}
