using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel of each item over its positions (biased variance).</summary>
public abstract class InstanceNorm : NormBase
{
    private protected InstanceNorm(
        string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, long[] dimensions)
        : base(name, num_features, eps, momentum, affine, track_running_stats, device, dtype, dimensions)
    {
    }

    public override Tensor forward(Tensor input)
    {
        RequireDimensions(input);
        if (input.Dimensions == 3) return Apply(input);
        using var scope = NewDisposeScope();
        return Apply(input.unsqueeze(0)).squeeze(0).MoveToOuterDisposeScope();
    }

    private Tensor Apply(Tensor input) => nn.functional.instance_norm(
        input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
}
