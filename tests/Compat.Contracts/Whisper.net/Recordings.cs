namespace Compat.Contracts.Whisper;

/// <summary>Recordings made by formula.</summary>
internal static class Recordings
{
    public const int Rate = 16_000;

    /// <summary>A quiet 220 Hz tone, mono at <see cref="Rate"/>.</summary>
    public static float[] Sound(double seconds) =>
        [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 220 * i / Rate))];

    /// <summary>A 16-bit WAV file; the samples of several channels alternate. <paramref name="format"/> 1 is PCM.</summary>
    public static byte[] Wave(float[] samples, int rate, short channels = 1, short format = 1)
    {
        using var stream = new MemoryStream();
        using var wave = new BinaryWriter(stream);
        wave.Write("RIFF"u8);
        wave.Write(36 + (2 * samples.Length));
        wave.Write("WAVEfmt "u8);
        wave.Write(16);
        wave.Write(format);
        wave.Write(channels);
        wave.Write(rate);
        wave.Write(2 * channels * rate);
        wave.Write((short)(2 * channels));
        wave.Write((short)16);
        wave.Write("data"u8);
        wave.Write(2 * samples.Length);
        foreach (var sample in samples)
            wave.Write((short)(sample * short.MaxValue));
        return stream.ToArray();
    }
}
