namespace XttsSaas.Xtts.Signal;

/// <summary>
/// YIN's steps 2 to 5 on the frames of one recording, two frames at a time. With W samples of window and lags up to T, a frame is
/// x[0 .. W + T), and d(τ) = Σ_{j &lt; W} (x[j] - x[j + τ])² = e(0) + e(τ) - 2 r(τ): energies by running sums, r by FFT.
/// Not thread-safe.
/// </summary>
internal sealed class YinWorkspace(FourierTransform fft, float[] audio, YinGeometry geometry)
{
    private const int MaxCandidates = 8;

    /// <summary>Dips above this are noise in any context.</summary>
    private const double WorstDip = 0.6;

    /// <summary>Charge per octave below the highest pitch: every multiple of a period is a period too, the shortest one is meant.</summary>
    private const double OctaveCost = 0.02;

    private readonly double[][] _frames = [new double[geometry.FrameLength], new double[geometry.FrameLength]];
    private readonly double[] _re = new double[fft.Size];
    private readonly double[] _im = new double[fft.Size];
    private readonly double[] _productRe = new double[fft.Size];
    private readonly double[] _productIm = new double[fft.Size];
    private readonly double[] _difference = new double[geometry.LongestLag + 2];
    private readonly double[] _normalised = new double[geometry.LongestLag + 2];
    private readonly List<PitchCandidate> _dips = [];

    /// <summary>Correlates the frames whose middles are the given samples.</summary>
    public void Load(int firstMiddle, int secondMiddle)
    {
        Array.Clear(_productRe);
        Array.Clear(_productIm);
        Correlate(firstMiddle, 0);
        Correlate(secondMiddle, 1);
        fft.Forward(_productRe, _productIm); // the real part is the first frame's r, the imaginary part the second's
    }

    /// <summary>The loaded frame's likeliest pitches, best first, and its power without offset.</summary>
    public (PitchCandidate[] Candidates, double Power) Candidates(int half)
    {
        var power = Normalise(_frames[half], half == 0 ? _productRe : _productIm);
        _dips.Clear();
        for (var lag = geometry.ShortestLag; lag <= geometry.LongestLag; lag++)
        {
            if (_normalised[lag] < WorstDip && _normalised[lag] <= _normalised[lag - 1] && _normalised[lag] < _normalised[lag + 1])
                _dips.Add(Dip(lag));
        }
        _dips.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return ([.. _dips.Take(MaxCandidates)], power);
    }

    /// <summary>Adds A conj(B) of window A and frame B, as real and imaginary input of one transform, to the product.</summary>
    private void Correlate(int middle, int half)
    {
        var frame = _frames[half];
        var start = middle - (frame.Length / 2);
        Array.Clear(_re);
        Array.Clear(_im);
        for (var i = 0; i < frame.Length; i++)
        {
            var at = start + i;
            frame[i] = at >= 0 && at < audio.Length ? audio[at] : 0;
        }
        frame.AsSpan(0, geometry.Window).CopyTo(_re);
        frame.CopyTo(_im.AsSpan());
        fft.Forward(_re, _im);
        for (var k = 0; k < fft.Size; k++)
        {
            var mirror = (fft.Size - k) & (fft.Size - 1);
            var (aRe, aIm) = ((_re[k] + _re[mirror]) / 2, (_im[k] - _im[mirror]) / 2);
            var (bRe, bIm) = ((_im[k] + _im[mirror]) / 2, (_re[mirror] - _re[k]) / 2);
            var (re, im) = ((aRe * bRe) + (aIm * bIm), (aIm * bRe) - (aRe * bIm));
            _productRe[k] += half == 0 ? re : -im; // times i for the second frame
            _productIm[k] += half == 0 ? im : re;
        }
    }

    /// <summary>Fills d and d' of a frame; returns the mean of d as a power per sample.</summary>
    private double Normalise(double[] frame, double[] correlation)
    {
        var first = 0.0;
        for (var j = 0; j < geometry.Window; j++)
            first += frame[j] * frame[j];
        var (shifted, sum) = (first, 0.0);
        _normalised[0] = 1;
        for (var lag = 1; lag < _difference.Length; lag++)
        {
            var (leaving, entering) = (frame[lag - 1], frame[lag - 1 + geometry.Window]);
            shifted += (entering * entering) - (leaving * leaving);
            var difference = Math.Max(0, first + shifted - (2 * correlation[lag] / fft.Size));
            sum += difference;
            _difference[lag] = difference;
            _normalised[lag] = sum > 0 ? difference * lag / sum : 1;
        }
        return sum / ((_difference.Length - 1) * 2 * geometry.Window);
    }

    /// <summary>A parabola through d places the dip, one through d' measures it (the paper's step 5).</summary>
    private PitchCandidate Dip(int lag)
    {
        var exact = lag + Vertex(_difference, lag).Offset;
        var depth = Math.Max(0, Vertex(_normalised, lag).Value);
        var hertz = geometry.Rate / exact;
        return new PitchCandidate((float)hertz, (float)(depth + (OctaveCost * Math.Log2(exact / geometry.ShortestLag))));
    }

    private static (double Offset, double Value) Vertex(double[] values, int at)
    {
        var (left, middle, right) = (values[at - 1], values[at], values[at + 1]);
        var curvature = left - (2 * middle) + right;
        if (curvature <= 0)
            return (0, middle);
        var offset = Math.Clamp((left - right) / (2 * curvature), -1, 1);
        return (offset, middle - ((left - right) * offset / 4));
    }
}
