using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A normalisation over channels that may learn a scale and keep running statistics.</summary>
public abstract class NormBase : AffineModule
{
    [ComponentName(Name = nameof(running_mean))]
    private readonly Tensor? _mean;

    [ComponentName(Name = nameof(running_var))]
    private readonly Tensor? _variance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private readonly Tensor? _batches;

    private readonly long[] _dimensions;

    private protected NormBase(
        string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, long[] dimensions)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        _dimensions = dimensions;
        if (affine)
        {
            weight = Unset([num_features], device, dtype);
            bias = Unset([num_features], device, dtype);
            nn.init.ones_(weight);
            nn.init.zeros_(bias);
        }
        if (!track_running_stats) return;
        register_buffer(nameof(running_mean), _mean = zeros(num_features, dtype, device));
        register_buffer(nameof(running_var), _variance = ones(num_features, dtype, device));
        register_buffer(nameof(num_batches_tracked), _batches = tensor(0L, device: device));
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Tensor? running_mean => _mean;

    public Tensor? running_var => _variance;

    public Tensor? num_batches_tracked => _batches;

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        nn.init.zeros_(_mean!);
        nn.init.ones_(_variance!);
        nn.init.zeros_(_batches!);
    }

    private protected void RequireDimensions(Tensor input)
    {
        if (!_dimensions.Contains(input.Dimensions))
            throw new ArgumentException($"{GetName()}: expected {string.Join(" or ", _dimensions)} dimensions, but got {input.Dimensions}.");
    }
}
