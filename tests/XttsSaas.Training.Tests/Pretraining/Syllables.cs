using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Pretraining;

/// <summary>Babble: a voice of constant pitch through one resonance at a time, over a little noise.</summary>
internal static class Syllables
{
    private const int Length = 3000;
    private static readonly double[] Resonances = [300, 700, 1500, 2800, 4500, 6500];

    /// <summary><paramref name="count"/> samples at 22,050 Hz; the number of the clip decides which resonances follow each other.</summary>
    public static float[] Spoken(double pitch, int count, int clip)
    {
        var stream = new SeededStream(clip, "syllables");
        var samples = new float[count];
        for (var start = 0; start < count; start += Length)
        {
            var resonance = Resonances[stream.NextInt(0, Resonances.Length - 1)];
            for (var i = start; i < Math.Min(start + Length, count); i++)
                samples[i] = (float)(Voice(pitch, resonance, i) + (0.002 * (stream.NextDouble() - 0.5)));
        }

        return samples;
    }

    private static double Voice(double pitch, double resonance, int sample)
    {
        var sum = 0.0;
        for (var harmonic = 1; harmonic * pitch < 8000; harmonic++)
        {
            var octaves = Math.Log2(harmonic * pitch / resonance);
            sum += 0.2 * Math.Exp(-6 * octaves * octaves) * Math.Sin(2 * Math.PI * harmonic * pitch * sample / CorpusManifest.Rate);
        }

        return sum;
    }
}
