using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Judging;

/// <summary>
/// What is compared of a recording, without the silence at its ends. All of it is independent of loudness.
/// Data path: samples → 22,050 Hz → mel power, floored 60 dB below its peak → trimmed → cepstra, pitch, long-term spectrum.
/// </summary>
/// <param name="Cepstra">One row a frame; the hop is 11.6 ms.</param>
/// <param name="Pitch">One value a frame.</param>
/// <param name="LongTermSpectrum">[80] mel bands in dB, mean 0, over the louder frames.</param>
public sealed record SpeechFeatures(MelCepstra Cepstra, PitchContour Pitch, float[] LongTermSpectrum)
{
    private const float FloorRatio = 1e-6f;
    private const float LeastPower = 1e-20f; // of digital silence
    private const float SilenceRatio = 3e-5f; // -45 dB: below the softest final consonants
    private const float LoudRatio = 1e-3f;
    private const float DecibelsPerLog = 4.3429448f; // 10 / ln 10, of ln(power)
    private static readonly MelAnalyzer Analyzer = new(MelSettings.Dvae);
    private static readonly PitchTracker Tracker = new(PitchSettings.Mel);

    /// <summary>Frames from the first to the last that is not silent.</summary>
    public int Frames => Cepstra.Frames;

    /// <summary>Length without the silence at the ends.</summary>
    public double Seconds => Frames * Pitch.HopSeconds;

    /// <summary>The features of mono audio, samples in [-1, 1], at <paramref name="sampleRate"/> Hz; of silence, those of silence.</summary>
    public static SpeechFeatures Of(ReadOnlySpan<float> audio, int sampleRate)
    {
        var samples = Resampler.Resample(audio, sampleRate, MelSettings.Dvae.SampleRate);
        if (samples.Length < MelSettings.Dvae.FftSize)
            Array.Resize(ref samples, MelSettings.Dvae.FftSize);
        var mel = Analyzer.Power(samples); // [80, frames]
        var energies = Energies(mel);
        var speech = Speech(energies);
        var pitch = Tracker.Track(samples);
        var logPower = LogPower(mel, speech);
        return new SpeechFeatures(
            MelCepstra.Of(logPower), new PitchContour(pitch.Hertz[speech], pitch.HopSeconds), Spectrum(logPower, energies[speech]));
    }

    private static float[] Energies(MelSpectrogram mel)
    {
        var energies = new float[mel.Frames];
        for (var i = 0; i < mel.Values.Length; i++)
            energies[i % mel.Frames] += mel.Values[i];
        return energies;
    }

    private static Range Speech(float[] energies)
    {
        var threshold = energies.Max() * SilenceRatio;
        var first = Array.FindIndex(energies, energy => energy > threshold);
        return first < 0 ? .. : first..(Array.FindLastIndex(energies, energy => energy > threshold) + 1);
    }

    private static MelSpectrogram LogPower(MelSpectrogram mel, Range speech)
    {
        var (start, frames) = speech.GetOffsetAndLength(mel.Frames);
        var floor = MathF.Max(mel.Values.Max() * FloorRatio, LeastPower);
        var values = new float[mel.Mels * frames];
        for (var i = 0; i < values.Length; i++)
            values[i] = MathF.Log(MathF.Max(mel.Values[(i / frames * mel.Frames) + start + (i % frames)], floor));
        return new MelSpectrogram(values, mel.Mels, frames);
    }

    private static float[] Spectrum(MelSpectrogram logPower, ReadOnlySpan<float> energies)
    {
        var threshold = LoudRatio * Peak(energies);
        var spectrum = new float[logPower.Mels];
        for (var i = 0; i < logPower.Values.Length; i++)
        {
            if (energies[i % logPower.Frames] >= threshold)
                spectrum[i / logPower.Frames] += logPower.Values[i];
        }
        var loud = 0;
        foreach (var energy in energies)
            loud += energy >= threshold ? 1 : 0;
        var mean = spectrum.Average();
        for (var mel = 0; mel < spectrum.Length; mel++)
            spectrum[mel] = (spectrum[mel] - mean) / loud * DecibelsPerLog;
        return spectrum;
    }

    private static float Peak(ReadOnlySpan<float> energies)
    {
        var peak = 0f;
        foreach (var energy in energies)
            peak = MathF.Max(peak, energy);
        return peak;
    }
}
