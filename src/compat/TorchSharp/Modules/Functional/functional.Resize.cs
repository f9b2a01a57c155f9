using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Pads the last dimensions, last one first: (left, right, top, bottom, …).</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var spelled = mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                };
                return Op.Call("aten::pad", input, pad, spelled, spelled == "constant" ? value : Argument.None);
            }

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Resamples the last dimension of [batch, channels, time] to a size or by a factor.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if ((size is null) == (scale_factor is null))
                    throw new ArgumentException("Exactly one of size and scale_factor is needed.");
                if (x.Dimensions != 3)
                    throw new NotSupportedException($"interpolate is available for [batch, channels, time], got {x.Dimensions} dimensions.");
                if (recompute_scale_factor && scale_factor is not null)
                    (size, scale_factor) = ([(long)Math.Floor(x.shape[2] * scale_factor[0])], null);
                var factors = scale_factor is null ? Argument.None : Argument.Doubles(scale_factor);
                return mode switch
                {
                    InterpolationMode.Nearest => Op.Call("aten::upsample_nearest1d.vec", x, size, factors),
                    InterpolationMode.NearestExact => Op.Call("aten::_upsample_nearest_exact1d.vec", x, size, factors),
                    InterpolationMode.Linear => Op.Call("aten::upsample_linear1d.vec", x, size, align_corners ?? false, factors),
                    _ => throw new NotSupportedException($"{mode} does not fit [batch, channels, time]."),
                };
            }
        }
    }
}
