using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions of every rank share; weights are [out, in/groups, kernel…], transposed ones [in, out/groups, kernel…].</summary>
public abstract class Convolution : AffineModule
{
    private readonly PaddingModes _mode;

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype) : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("Only PaddingModes.Zeros is supported for ConvTransposeND", nameof(padding_mode));
        if (padding_type == TorchSharp.Padding.Same && stride.Any(s => s != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding ?? new long[kernel_size.Length];
        this.padding_type = padding_type;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        _mode = padding_mode;
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = Unset([.. channels, .. kernel_size], device, dtype);
        if (bias) this.bias = Unset([out_channels], device, dtype);
        reset_parameters();
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public bool transposed { get; }
    public Padding? padding_type { get; }
    public long[]? padding { get; }
    public PaddingModes padding_mode => _mode;
    public long groups { get; set; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[] dilation { get; set; }
    public long[] output_padding { get; set; }

    public void reset_parameters() => ResetUniform();

    /// <summary>Pads the input where the operator itself cannot (another mode than zeros, or uneven sides) and convolves the rest of the way.</summary>
    private protected Tensor Padded(Tensor input, Func<Tensor, long[], Tensor> convolve)
    {
        var sides = Sides();
        var even = sides.Chunk(2).All(s => s[0] == s[1]);
        if (_mode == PaddingModes.Zeros && even) return convolve(input, [.. sides.Chunk(2).Reverse().Select(s => s[0])]);
        using var padded = nn.functional.pad(input, sides, _mode).DetachFromDisposeScope();
        return convolve(padded, new long[kernel_size.Length]);
    }

    // left and right of the last dimension first, as functional.pad wants them
    private long[] Sides()
    {
        var sides = new List<long>();
        for (var d = kernel_size.Length - 1; d >= 0; d--)
        {
            var total = dilation[d] * (kernel_size[d] - 1);
            var (left, right) = padding_type switch
            {
                TorchSharp.Padding.Same => (total / 2, total - total / 2),
                TorchSharp.Padding.Valid => (0, 0),
                _ => (padding![d], padding[d]),
            };
            sides.AddRange([left, right]);
        }
        return [.. sides];
    }
}
