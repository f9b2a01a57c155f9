using System.Numerics;

namespace XttsSaas.Xtts.Signal;

/// <summary>
/// The fundamental frequency of speech by YIN (de Cheveigné and Kawahara 2002, "YIN, a fundamental frequency estimator for speech
/// and music", J. Acoust. Soc. Am. 111), with the path through the frames' candidates chosen as Praat does it (Boersma 1993).
/// Data path: samples, decimated to 10-20 kHz → per frame the cumulative mean normalised difference → its dips as candidates →
/// the cheapest path through candidates and "unvoiced". Thread-safe.
/// </summary>
public sealed class PitchTracker
{
    private const int LowestAnalysisRate = 10000;
    private const double WindowSeconds = 0.025;
    private const double SmoothingSeconds = 0.00045;

    /// <summary>A frame this far (in power) below the loudest is silence, as is one below 16-bit quantisation noise.</summary>
    private const double SilenceRatio = 1e-5;
    private const double SilencePower = 1e-9;

    private readonly int _analysisRate;
    private readonly YinGeometry _geometry;
    private readonly FourierTransform _fft;

    /// <exception cref="ArgumentOutOfRangeException">A rate, hop or frequency is not positive, or the range of frequencies is empty.</exception>
    public PitchTracker(PitchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.SampleRate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.HopSeconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.MinFrequency);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.MaxFrequency, settings.MinFrequency);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.MaxFrequency, settings.SampleRate / 4.0);
        Settings = settings;
        _analysisRate = settings.SampleRate / Decimation(settings.SampleRate);
        var longestLag = (int)Math.Ceiling(_analysisRate / settings.MinFrequency);
        _geometry = new YinGeometry(
            _analysisRate,
            Math.Max((int)(_analysisRate * WindowSeconds), longestLag),
            Math.Max(2, (int)(_analysisRate / settings.MaxFrequency)),
            longestLag);
        _fft = new FourierTransform((int)BitOperations.RoundUpToPowerOf2((uint)_geometry.FrameLength));
    }

    public PitchSettings Settings { get; }

    /// <summary>Frames of <paramref name="samples"/> samples: 1 + floor(N / hop), as a mel spectrogram of the same hop has.</summary>
    public int FrameCount(int samples) => 1 + (int)((samples / (Settings.HopSeconds * Settings.SampleRate)) + 1e-6);

    /// <summary>The pitch of mono audio at <see cref="PitchSettings.SampleRate"/>; silence around it is assumed.</summary>
    public PitchContour Track(ReadOnlySpan<float> audio)
    {
        var frames = FrameCount(audio.Length);
        var candidates = new PitchCandidate[frames][];
        var power = new double[frames];
        var workspace = new YinWorkspace(_fft, Smoothed(Resampler.Resample(audio, Settings.SampleRate, _analysisRate)), _geometry);
        var hop = Settings.HopSeconds * _analysisRate;
        for (var frame = 0; frame < frames; frame += 2)
        {
            workspace.Load((int)Math.Round(frame * hop), (int)Math.Round((frame + 1) * hop));
            for (var half = 0; half < Math.Min(2, frames - frame); half++)
                (candidates[frame + half], power[frame + half]) = workspace.Candidates(half);
        }
        var floor = Math.Max(SilencePower, power.Max() * SilenceRatio);
        for (var frame = 0; frame < frames; frame++)
        {
            if (power[frame] < floor)
                candidates[frame] = [];
        }
        return new PitchContour(new PitchPath(Settings.Threshold, Settings.HopSeconds).Through(candidates), Settings.HopSeconds);
    }

    /// <summary>
    /// Two moving averages, 6 dB down at about 1 kHz: the high harmonics of a gliding voice are out of step after one period.
    /// </summary>
    private float[] Smoothed(float[] audio) => Average(Average(audio));

    private float[] Average(float[] audio)
    {
        var width = Math.Max(1, (int)Math.Round(_analysisRate * SmoothingSeconds));
        var average = new float[audio.Length];
        var sum = 0.0;
        for (var i = 0; i < audio.Length; i++)
        {
            sum += audio[i] - (i >= width ? audio[i - width] : 0);
            average[i] = (float)(sum / width);
        }
        return average;
    }

    /// <summary>The largest whole factor that keeps the rate a whole number of at least <see cref="LowestAnalysisRate"/>.</summary>
    private static int Decimation(int rate)
    {
        for (var factor = rate / LowestAnalysisRate; factor > 1; factor--)
        {
            if (rate % factor == 0)
                return factor;
        }
        return 1;
    }
}
