using System.Numerics;

namespace XttsSaas.Xtts.Signal;

/// <summary>In-place radix-2 FFT of one size. Instances are immutable and shared between threads.</summary>
internal sealed class FourierTransform
{
    private readonly int[] _reversed;
    private readonly double[] _cos;
    private readonly double[] _sin;

    /// <param name="size">A power of two, at least 2.</param>
    public FourierTransform(int size)
    {
        if (size < 2 || !BitOperations.IsPow2(size))
            throw new ArgumentOutOfRangeException(nameof(size), size, "The FFT size must be a power of two.");
        Size = size;
        var bits = BitOperations.Log2((uint)size);
        _reversed = new int[size];
        for (var i = 0; i < size; i++)
            _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
        _cos = new double[size / 2];
        _sin = new double[size / 2];
        for (var i = 0; i < size / 2; i++)
            (_sin[i], _cos[i]) = Math.SinCos(-2 * Math.PI * i / size);
    }

    public int Size { get; }

    /// <summary>Transforms <paramref name="re"/> + i <paramref name="im"/>, both of length <see cref="Size"/>.</summary>
    public void Forward(Span<double> re, Span<double> im)
    {
        for (var i = 0; i < Size; i++)
        {
            var j = _reversed[i];
            if (j <= i)
                continue;
            (re[i], re[j]) = (re[j], re[i]);
            (im[i], im[j]) = (im[j], im[i]);
        }
        for (var half = 1; half < Size; half <<= 1)
            Butterflies(re, im, half, Size / (2 * half));
    }

    private void Butterflies(Span<double> re, Span<double> im, int half, int stride)
    {
        for (var start = 0; start < Size; start += 2 * half)
        {
            for (var k = 0; k < half; k++)
            {
                var (c, s) = (_cos[k * stride], _sin[k * stride]);
                var (low, high) = (start + k, start + k + half);
                var tr = (re[high] * c) - (im[high] * s);
                var ti = (re[high] * s) + (im[high] * c);
                (re[high], im[high]) = (re[low] - tr, im[low] - ti);
                (re[low], im[low]) = (re[low] + tr, im[low] + ti);
            }
        }
    }
}
