using XttsSaas.Audio.Wav;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Small recordings.</summary>
public static class TestWav
{
    private const int Rate = 16_000;

    /// <summary>A 220 Hz tone, mono.</summary>
    public static byte[] Tone(double seconds)
    {
        var samples = new short[(int)(seconds * Rate)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)(8_000 * Math.Sin(2 * Math.PI * 220 * i / Rate));
        return WavWriter.ToBytes(samples, Rate);
    }

    /// <summary>A header that promises ten times what the file holds.</summary>
    public static byte[] LyingTone(double seconds)
    {
        var honest = Tone(seconds);
        var promised = (uint)(honest.Length - 44) * 10;
        BitConverter.TryWriteBytes(honest.AsSpan(4), promised + 36);
        BitConverter.TryWriteBytes(honest.AsSpan(40), promised);
        return honest;
    }
}
