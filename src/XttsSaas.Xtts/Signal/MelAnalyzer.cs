namespace XttsSaas.Xtts.Signal;

/// <summary>
/// Power mel spectrograms as torch.stft (centred, reflect padding) and torchaudio's MelScale give them. Thread-safe.
/// Data path of a frame: reflect-padded samples, window in the middle of the FFT, |X|^2, triangles.
/// </summary>
public sealed class MelAnalyzer
{
    private readonly FourierTransform _fft;
    private readonly double[] _window;
    private readonly double[] _weights;
    private readonly (int First, int End)[] _support;

    public MelAnalyzer(MelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        _fft = new FourierTransform(settings.FftSize);
        _window = new double[settings.FftSize];
        MelFilterbank.Window(settings).CopyTo(_window, (settings.FftSize - settings.WindowLength) / 2);
        (_weights, _support) = ByMel(MelFilterbank.Triangles(settings), (settings.FftSize / 2) + 1, settings.Mels);
    }

    public MelSettings Settings { get; }

    /// <summary>Frames made of <paramref name="samples"/> samples: 1 + floor(N / hop).</summary>
    public int FrameCount(int samples) => 1 + (samples / Settings.HopLength);

    /// <summary>The power mel spectrogram of mono audio at <see cref="MelSettings.SampleRate"/>.</summary>
    /// <exception cref="ArgumentException">Not more samples than half an FFT, so that nothing could be reflected.</exception>
    public MelSpectrogram Power(ReadOnlySpan<float> audio)
    {
        var size = Settings.FftSize;
        if (audio.Length <= size / 2)
            throw new ArgumentException($"The mel analysis needs more than {size / 2} samples, got {audio.Length}.", nameof(audio));
        var frames = FrameCount(audio.Length);
        var values = new float[Settings.Mels * frames]; // [mels, frames]
        var (re, im) = (new double[size], new double[size]);
        // Two real frames per complex transform: the even part of the spectrum belongs to the first, the odd part to the second.
        for (var frame = 0; frame < frames; frame += 2)
        {
            Load(audio, frame, re);
            if (frame + 1 < frames)
                Load(audio, frame + 1, im);
            else
                Array.Clear(im);
            _fft.Forward(re, im);
            SeparatePower(re, im);
            Project(re, values, frame, frames);
            if (frame + 1 < frames)
                Project(im, values, frame + 1, frames);
        }
        return new MelSpectrogram(values, Settings.Mels, frames);
    }

    private void Load(ReadOnlySpan<float> audio, int frame, Span<double> target)
    {
        var start = (frame * Settings.HopLength) - (Settings.FftSize / 2);
        for (var i = 0; i < target.Length; i++)
        {
            var position = start + i;
            if (position < 0)
                position = -position;
            else if (position >= audio.Length)
                position = (2 * (audio.Length - 1)) - position;
            target[i] = audio[position] * _window[i];
        }
    }

    private void SeparatePower(Span<double> re, Span<double> im)
    {
        var size = Settings.FftSize;
        for (var k = 0; k <= size / 2; k++)
        {
            var mirror = (size - k) & (size - 1);
            var (firstRe, firstIm) = ((re[k] + re[mirror]) / 2, (im[k] - im[mirror]) / 2);
            var (secondRe, secondIm) = ((im[k] + im[mirror]) / 2, (re[mirror] - re[k]) / 2);
            // Bins above k and their mirrors stay untouched, so writing in place is safe.
            re[k] = (firstRe * firstRe) + (firstIm * firstIm);
            im[k] = (secondRe * secondRe) + (secondIm * secondIm);
        }
    }

    private void Project(ReadOnlySpan<double> power, float[] values, int frame, int frames)
    {
        var bins = (Settings.FftSize / 2) + 1;
        for (var mel = 0; mel < Settings.Mels; mel++)
        {
            var sum = 0.0;
            var (first, end) = _support[mel];
            for (var bin = first; bin < end; bin++)
                sum += _weights[(mel * bins) + bin] * power[bin];
            values[(mel * frames) + frame] = (float)sum;
        }
    }

    private static (double[] Weights, (int, int)[] Support) ByMel(double[] bank, int bins, int mels)
    {
        var weights = new double[mels * bins];
        var support = new (int, int)[mels];
        for (var mel = 0; mel < mels; mel++)
        {
            var (first, end) = (bins, 0);
            for (var bin = 0; bin < bins; bin++)
            {
                var weight = bank[(bin * mels) + mel];
                weights[(mel * bins) + bin] = weight;
                if (weight > 0)
                    (first, end) = (Math.Min(first, bin), bin + 1);
            }
            support[mel] = (first, end);
        }
        return (weights, support);
    }
}
