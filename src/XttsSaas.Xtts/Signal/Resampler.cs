using System.Numerics.Tensors;

namespace XttsSaas.Xtts.Signal;

/// <summary>
/// Windowed-sinc resampling as torchaudio.functional.resample does it by default: Hann window, lowpass_filter_width 6, rolloff 0.99.
/// </summary>
public static class Resampler
{
    private const int LowpassFilterWidth = 6;
    private const double Rolloff = 0.99;

    /// <summary>Mono samples at <paramref name="toRate"/> Hz; ceil(N * to / from) of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not positive.</exception>
    public static float[] Resample(ReadOnlySpan<float> audio, int fromRate, int toRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fromRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toRate);
        if (fromRate == toRate)
            return audio.ToArray();
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(fromRate, toRate);
        var (from, to) = (fromRate / divisor, toRate / divisor);
        var (kernels, width) = Kernels(from, to);
        var taps = from + (2 * width);
        var padded = new float[audio.Length + (2 * width) + from];
        audio.CopyTo(padded.AsSpan(width));
        var output = new float[(((long)audio.Length * to) + from - 1) / from];
        for (var i = 0; i < output.Length; i++)
        {
            var (block, phase) = Math.DivRem(i, to);
            output[i] = TensorPrimitives.Dot(kernels.AsSpan(phase * taps, taps), padded.AsSpan(block * from, taps));
        }
        return output;
    }

    /// <summary>Filters [to, from + 2 width], one per output phase.</summary>
    private static (float[] Kernels, int Width) Kernels(int from, int to)
    {
        var cutoff = Math.Min(from, to) * Rolloff;
        var width = (int)Math.Ceiling(LowpassFilterWidth * from / cutoff);
        var taps = from + (2 * width);
        var kernels = new float[to * taps];
        for (var phase = 0; phase < to; phase++)
        {
            for (var tap = 0; tap < taps; tap++)
            {
                var t = ((-(double)phase / to) + ((double)(tap - width) / from)) * cutoff;
                t = Math.Clamp(t, -LowpassFilterWidth, LowpassFilterWidth);
                var window = Math.Cos(t * Math.PI / LowpassFilterWidth / 2);
                var x = t * Math.PI;
                var sinc = x == 0 ? 1 : Math.Sin(x) / x;
                kernels[(phase * taps) + tap] = (float)(sinc * window * window * cutoff / from);
            }
        }
        return (kernels, width);
    }
}
