using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>
/// The reference loads <c>dvae.pth</c> without insisting on every tensor: counters of the loss and running averages of the codebook only
/// matter to training the DVAE itself, and may be absent.
/// </summary>
public static class DvaeTolerance
{
    /// <summary>The report without what may be absent.</summary>
    public static TensorReport Apply(TensorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report with { Missing = [.. report.Missing.Where(name => !Optional(name))] };
    }

    internal static TensorSource Zeros(TensorSpec spec) => spec.Type == TensorType.I64
        ? TensorSource.Of(spec.Name, spec.Shape, new long[spec.Shape.Count])
        : TensorSource.Of(spec.Name, spec.Shape, new float[spec.Shape.Count]);

    private static bool Optional(string name) =>
        name.StartsWith("discrete_loss.", StringComparison.Ordinal) || name is "codebook.cluster_size" or "codebook.embed_avg";
}
