namespace XttsSaas.Audio.Loudness;

/// <summary>Measures a clip: RMS, peak, clipping and an estimate of the signal-to-noise ratio.</summary>
public static class LoudnessMeter
{
    private const double FloorDb = -100;
    private const float FullScale = 0.999f;
    private const double NoiseShare = 0.1;
    private const double SpeechShare = 0.9;

    public static LoudnessReport Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        if (samples.IsEmpty)
            return new LoudnessReport(FloorDb, FloorDb, 0, 0);
        var sum = 0.0;
        var peak = 0f;
        var clipped = 0;
        foreach (var sample in samples)
        {
            var level = MathF.Abs(sample);
            sum += sample * (double)sample;
            peak = MathF.Max(peak, level);
            clipped += level >= FullScale ? 1 : 0;
        }

        var envelope = new EnergyEnvelope(sampleRate);
        envelope.Add(samples);
        envelope.Complete();
        return new LoudnessReport(
            Decibels(sum / samples.Length), Decibels(peak * (double)peak), clipped / (double)samples.Length, Snr(envelope.Energies));
    }

    /// <summary>10 log₁₀ of a power, at least −100.</summary>
    public static double Decibels(double power) => power <= 0 ? FloorDb : Math.Max(FloorDb, 10 * Math.Log10(power));

    // The quietest tenth of the 10 ms frames is taken for the noise, the loudest tenth for speech with noise.
    private static double Snr(IReadOnlyList<float> energies)
    {
        var sorted = energies.Order().ToArray();
        var noise = sorted[(int)(NoiseShare * (sorted.Length - 1))];
        var speech = sorted[(int)(SpeechShare * (sorted.Length - 1))];
        return speech <= noise ? 0 : Math.Clamp(Decibels(speech - noise) - Decibels(noise), 0, -FloorDb);
    }
}
