namespace XttsSaas.Audio.Tests.Fixtures;

/// <summary>Sounds made by formula.</summary>
public static class Sound
{
    public static float[] Sine(double hertz, double seconds, int sampleRate, float amplitude = 0.5f) =>
        [.. Enumerable.Range(0, (int)(seconds * sampleRate)).Select(i => amplitude * (float)Math.Sin(2 * Math.PI * hertz * i / sampleRate))];

    public static short[] Pcm(float[] samples) => Array.ConvertAll(samples, Audio.Wav.WavWriter.Quantize);

    public static async IAsyncEnumerable<float[]> ChunksAsync(float[] samples, int length)
    {
        foreach (var chunk in samples.Chunk(length))
        {
            await Task.Yield();
            yield return chunk;
        }
    }
}
