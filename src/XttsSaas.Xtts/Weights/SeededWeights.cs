using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Weights;

/// <summary>
/// Initial weights from a seed. Scales keep activations near unit size through the stack, give the vocoder an audible output, and
/// leave the heads close to uniform, so that an untrained model's loss is close to ln(vocabulary).
/// </summary>
public static class SeededWeights
{
    private static readonly double Uniform = Math.Sqrt(3); // a uniform variable in [-s, s) has deviation s / sqrt(3)

    /// <summary>Sources for every tensor of <c>model.safetensors</c>, generated while they are written.</summary>
    public static IReadOnlyList<TensorSource> Model(XttsConfig config, ulong seed) =>
        [.. TensorLayout.Model(config).Select(spec => Source(spec, $"seeded-{seed}/{spec.Name}"))];

    /// <summary>Sources for every tensor of <c>dvae.safetensors</c>.</summary>
    public static IReadOnlyList<TensorSource> Dvae(XttsConfig config, ulong seed) =>
        [.. TensorLayout.Dvae(config).Select(spec => Source(spec, $"seeded-{seed}/dvae.{spec.Name}"))];

    private static TensorSource Source(TensorSpec spec, string key)
    {
        if (spec.Type == TensorType.I64)
            return TensorSource.Of(spec.Name, spec.Shape, new long[spec.Shape.Count]);
        if (SpeakerFrontEndBuffers.Of(spec.Name) is { } buffer)
            return TensorSource.Of(spec.Name, spec.Shape, buffer);
        var (offset, deviation) = Distribution(spec);
        return TensorSource.Generated(spec.Name, spec.Shape, values => WeightFormula.Fill(values, key, offset, deviation * Uniform));
    }

    private static (double Offset, double Deviation) Distribution(TensorSpec spec)
    {
        var name = spec.Name;
        var fanIn = FanIn(spec);
        return name switch
        {
            TensorNames.MelStats => (4, 0),
            "codebook.embed" or "codebook.embed_avg" => (0, 0.5),
            "codebook.cluster_size" => (1, 0),
            "discrete_loss.accumulator" => (0, 0),
            _ when name.EndsWith(".running_mean", StringComparison.Ordinal) => (0, 0),
            _ when name.EndsWith(".running_var", StringComparison.Ordinal) => (1, 0),
            _ when name.EndsWith(TensorNames.WeightGain, StringComparison.Ordinal) => (name.Contains(".ups.", StringComparison.Ordinal) ? 1.5 : 1, 0),
            _ when name.EndsWith(TensorNames.WeightDirection, StringComparison.Ordinal) => (0, 0.5),
            _ when name.EndsWith(".gamma", StringComparison.Ordinal) => (1, 0),
            _ when name.EndsWith(".latents", StringComparison.Ordinal) => (0, 0.5),
            _ when name.EndsWith("embedding.weight", StringComparison.Ordinal) => (0, 0.25),
            _ when name.EndsWith("_embedding.emb.weight", StringComparison.Ordinal) => (0, 0.1),
            TensorNames.Vocoder + ".conv_post.weight" => (0, 0.4 / Math.Sqrt(fanIn)), // about -18 dBFS after tanh
            _ when name.EndsWith("_head.weight", StringComparison.Ordinal) => (0, 0.02),
            _ when name.EndsWith(".bias", StringComparison.Ordinal) => (0, IsVocoder(name) ? 0.02 : 0),
            _ when spec.Shape.Rank == 1 => (1, 0), // scale of a normalisation
            _ when name.EndsWith(".c_proj.weight", StringComparison.Ordinal) => (0, 0.5 / Math.Sqrt(fanIn)),
            _ when name.StartsWith("encoder.", StringComparison.Ordinal) || name.StartsWith("decoder.", StringComparison.Ordinal) => (0, Math.Sqrt(2 / fanIn)),
            _ => (0, 1 / Math.Sqrt(fanIn)),
        };
    }

    /// <summary>GPT-2 matrices are stored [in, out], everything else [out, in, …].</summary>
    private static double FanIn(TensorSpec spec)
    {
        if (spec.Shape.Rank < 2)
            return 1;
        var transposed = spec.Name.StartsWith(TensorNames.Stack + ".h.", StringComparison.Ordinal);
        return transposed ? spec.Shape[0] : (double)spec.Shape.Count / spec.Shape[0];
    }

    private static bool IsVocoder(string name) => name.StartsWith(TensorNames.Vocoder, StringComparison.Ordinal);
}
