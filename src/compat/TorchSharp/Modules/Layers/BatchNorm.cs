using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch while training, by running statistics after.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, long[] dimensions)
        : base(name, num_features, eps, momentum, affine, track_running_stats, device, dtype, dimensions)
    {
    }

    public override Tensor forward(Tensor input)
    {
        RequireDimensions(input);
        var factor = momentum ?? 0;
        if (training && track_running_stats)
        {
            num_batches_tracked!.add_(1);
            factor = momentum ?? 1.0 / (double)num_batches_tracked;
        }
        var stored = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, stored ? running_mean : null, stored ? running_var : null, weight, bias, training || running_mean is null, factor, eps);
    }
}
