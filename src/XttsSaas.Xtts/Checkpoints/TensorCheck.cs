using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Compares the tensors of a file with a layout.</summary>
public static class TensorCheck
{
    /// <summary>Missing, unexpected, wrongly shaped and wrongly typed tensors, one message each.</summary>
    public static IReadOnlyList<string> Faults(SafetensorsFile file, IReadOnlyList<TensorSpec> layout)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(layout);
        var faults = new List<string>();
        var found = file.Tensors.Values.ToDictionary(entry => TensorNames.Canonical(entry.Name), StringComparer.Ordinal);
        foreach (var spec in layout)
        {
            if (!found.Remove(spec.Name, out var entry))
                faults.Add($"{spec.Name} is missing");
            else if (entry.Shape != spec.Shape)
                faults.Add($"{spec.Name} has shape {entry.Shape}; expected {spec.Shape}");
            else if (IsInteger(entry.Type) != IsInteger(spec.Type))
                faults.Add($"{spec.Name} has type {entry.Type}; expected {spec.Type}");
        }
        faults.AddRange(found.Keys.Select(name => $"{name} is unexpected"));
        return faults;
    }

    private static bool IsInteger(TensorType type) => type is TensorType.I64 or TensorType.I32;
}
