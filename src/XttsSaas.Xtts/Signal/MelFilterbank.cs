namespace XttsSaas.Xtts.Signal;

/// <summary>Windows and triangular filters as torchaudio builds them: HTK mel scale, 2595 log10(1 + f / 700).</summary>
public static class MelFilterbank
{
    /// <summary>Row-major [fft size / 2 + 1, mels].</summary>
    public static double[] Triangles(MelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (bins, mels) = ((settings.FftSize / 2) + 1, settings.Mels);
        var (low, high) = (ToMel(settings.MinFrequency), ToMel(settings.MaxFrequency));
        var edges = Enumerable.Range(0, mels + 2).Select(i => ToHertz(low + ((high - low) * i / (mels + 1)))).ToArray();
        var bank = new double[bins * mels];
        for (var bin = 0; bin < bins; bin++)
        {
            var frequency = (double)(settings.SampleRate / 2) * bin / (bins - 1);
            for (var mel = 0; mel < mels; mel++)
            {
                var rising = (frequency - edges[mel]) / (edges[mel + 1] - edges[mel]);
                var falling = (edges[mel + 2] - frequency) / (edges[mel + 2] - edges[mel + 1]);
                var height = Math.Max(0, Math.Min(rising, falling));
                bank[(bin * mels) + mel] = settings.AreaNormalised ? height * 2 / (edges[mel + 2] - edges[mel]) : height;
            }
        }
        return bank;
    }

    /// <summary>A periodic window of <see cref="MelSettings.WindowLength"/> samples.</summary>
    public static double[] Window(MelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var alpha = settings.Window == WindowKind.Hann ? 0.5 : 0.54;
        var window = new double[settings.WindowLength];
        for (var i = 0; i < window.Length; i++)
            window[i] = alpha - ((1 - alpha) * Math.Cos(2 * Math.PI * i / window.Length));
        return window;
    }

    private static double ToMel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double ToHertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
