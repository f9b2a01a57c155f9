namespace XttsSaas.Audio.Tests.Fixtures;

/// <summary>Sounds made by formula.</summary>
public static class Sound
{
    public static float[] Sine(double hertz, double seconds, int sampleRate, float amplitude = 0.5f) =>
        [.. Enumerable.Range(0, (int)(seconds * sampleRate)).Select(i => amplitude * (float)Math.Sin(2 * Math.PI * hertz * i / sampleRate))];

    /// <summary>A voice of about 110 Hz with vibrato and two formants, swelling four times a second.</summary>
    public static float[] Vowel(int length, int sampleRate)
    {
        var samples = new float[length];
        for (var i = 0; i < length; i++)
        {
            var time = i / (double)sampleRate;
            var pitch = 110 + (15 * Math.Sin(2 * Math.PI * 3 * time));
            var phase = 2 * Math.PI * ((110 * time) - (15 / (6 * Math.PI) * Math.Cos(2 * Math.PI * 3 * time)));
            var value = Enumerable.Range(1, 20).Sum(harmonic => Formants(harmonic * pitch) * Math.Sin(harmonic * phase));
            samples[i] = (float)(0.15 * value * (0.5 - (0.5 * Math.Cos(2 * Math.PI * 4 * time))));
        }

        return samples;
    }

    public static short[] Pcm(float[] samples) => Array.ConvertAll(samples, Audio.Wav.WavWriter.Quantize);

    public static async IAsyncEnumerable<float[]> ChunksAsync(float[] samples, int length)
    {
        foreach (var chunk in samples.Chunk(length))
        {
            await Task.Yield();
            yield return chunk;
        }
    }

    private static double Formants(double hertz) =>
        Math.Exp(-Math.Pow((hertz - 600) / 300, 2)) + (0.5 * Math.Exp(-Math.Pow((hertz - 1500) / 400, 2)));
}
