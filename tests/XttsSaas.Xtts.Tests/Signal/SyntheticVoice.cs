namespace XttsSaas.Xtts.Tests.Signal;

/// <summary>Signals whose pitch is known at every sample.</summary>
internal static class SyntheticVoice
{
    public static float[] Tone(double hertz, int rate, double seconds = 1) => Sweep(hertz, hertz, rate, seconds);

    /// <summary>A sine whose frequency rises by equal ratios in equal times.</summary>
    public static float[] Sweep(double from, double to, int rate, double seconds)
    {
        var audio = new float[(int)(rate * seconds)];
        var phase = 0.0;
        for (var i = 0; i < audio.Length; i++)
        {
            audio[i] = 0.5f * (float)Math.Sin(phase);
            phase += 2 * Math.PI * SweepAt(from, to, (double)i / audio.Length) / rate;
        }
        return audio;
    }

    public static double SweepAt(double from, double to, double share) => from * Math.Pow(to / from, share);

    /// <summary>Glottal pulses through resonances: a vowel. Every second pulse is scaled by <paramref name="shimmer"/>.</summary>
    public static float[] Vowel(Func<double, double> pitchAt, double[] formants, int rate, double seconds = 1, float shimmer = 1)
    {
        var audio = new float[(int)(rate * seconds)];
        var (phase, pulse, odd) = (0.0, 0.0, false);
        for (var i = 0; i < audio.Length; i++)
        {
            phase += pitchAt((double)i / rate) / rate;
            if (phase >= 1)
            {
                phase -= 1;
                odd = !odd;
                pulse = odd ? shimmer : 1;
            }
            audio[i] = (float)pulse;
            pulse *= 0.9; // a glottal slope of some 12 dB per octave, so that the fundamental is heard
        }
        foreach (var formant in formants)
            Resonate(audio, formant, 80 + (formant * 0.03), rate);
        var peak = audio.Max(Math.Abs);
        for (var i = 0; i < audio.Length; i++)
            audio[i] *= 0.5f / peak;
        return audio;
    }

    public static float[] Noise(int rate, double seconds, int seed)
    {
        var random = new Random(seed);
        var audio = new float[(int)(rate * seconds)];
        for (var i = 0; i < audio.Length; i++)
            audio[i] = (float)((random.NextDouble() * 2) - 1) * 0.3f;
        return audio;
    }

    private static void Resonate(float[] audio, double hertz, double bandwidth, int rate)
    {
        var radius = Math.Exp(-Math.PI * bandwidth / rate);
        var (a, b) = (2 * radius * Math.Cos(2 * Math.PI * hertz / rate), -radius * radius);
        var (last, before) = (0.0, 0.0);
        for (var i = 0; i < audio.Length; i++)
        {
            var value = ((1 - a - b) * audio[i]) + (a * last) + (b * before);
            (before, last) = (last, value);
            audio[i] = (float)value;
        }
    }
}
