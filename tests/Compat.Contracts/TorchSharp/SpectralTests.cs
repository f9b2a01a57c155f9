using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class SpectralTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Windows_Periodic_MatchTheirFormulas()
    {
        hann_window(8).ShouldBe([.. Enumerable.Range(0, 8).Select(n => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / 8)))]);
        hamming_window(8).ShouldBe([.. Enumerable.Range(0, 8).Select(n => (float)(0.54 - 0.46 * Math.Cos(2 * Math.PI * n / 8)))]);
        hann_window(5, periodic: false).ShouldBe([0, 0.5f, 1, 0.5f, 0]);
    }

    [Theory]
    [InlineData(16, 16, 4)]
    [InlineData(16, 8, 4)]
    [InlineData(20, 12, 5)]
    public void Stft_CentredReflected_MatchesNaiveTransform(int size, int windowLength, int hop)
    {
        const int Length = 50;
        var signal = Enumerable.Range(0, Length).Select(i => Math.Sin(i * 0.7) + 0.3 * Math.Cos(i * i * 0.05)).ToArray();
        var window = hann_window(windowLength, dtype: ScalarType.Float64);

        var spectrum = stft(tensor(signal).unsqueeze(0), size, hop, windowLength, window, return_complex: true); // [1, bins, frames]

        var frames = 1 + Length / hop;
        Assert.Equal([1L, size / 2 + 1, frames], spectrum.shape);
        var parts = view_as_real(spectrum)[0].data<double>();
        var samples = window.data<double>().ToArray();
        for (var frame = 0; frame < frames; frame++)
        {
            for (var bin = 0; bin <= size / 2; bin++)
            {
                var (re, im) = Transform(signal, samples, size, frame * hop - size / 2, bin);
                Assert.Equal(re, parts[bin, frame, 0], 1e-9);
                Assert.Equal(im, parts[bin, frame, 1], 1e-9);
            }
        }
    }

    [Fact]
    public void Stft_Magnitude_OfATone_PeaksAtItsBin()
    {
        var tone = (arange(256, ScalarType.Float32) * (2 * Math.PI * 4 / 32)).sin();

        var power = stft(tone, 32, 8, window: hann_window(32), return_complex: true).abs().pow(2); // [bins, frames]

        Assert.Equal(4L, power.sum(1).argmax().item<long>());
    }

    // one bin of one frame: a short window stands in the middle, the signal is mirrored at its ends
    private static (double Real, double Imaginary) Transform(double[] signal, double[] window, int size, int start, int bin)
    {
        double re = 0, im = 0;
        var offset = (size - window.Length) / 2;
        for (var n = 0; n < window.Length; n++)
        {
            var at = start + offset + n;
            if (at < 0) at = -at;
            if (at >= signal.Length) at = 2 * (signal.Length - 1) - at;
            var angle = -2 * Math.PI * bin * (offset + n) / size;
            re += window[n] * signal[at] * Math.Cos(angle);
            im += window[n] * signal[at] * Math.Sin(angle);
        }
        return (re, im);
    }
}
