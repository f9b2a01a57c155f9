using System.Buffers.Binary;

namespace XttsSaas.Cli.Demo;

/// <summary>Reads what a PCM16 WAV answer really holds, to judge it independently of the headers that came with it.</summary>
internal readonly record struct WavProbe(int SampleRate, int Channels, double Seconds, double RmsDecibels)
{
    private const int HeaderBytes = 44;

    /// <exception cref="DemoException">The bytes are no plain PCM16 WAV file.</exception>
    public static WavProbe Read(ReadOnlySpan<byte> wav)
    {
        if (wav.Length <= HeaderBytes || !wav.StartsWith("RIFF"u8) || !wav[8..].StartsWith("WAVEfmt "u8) || !wav[36..].StartsWith("data"u8))
            throw new DemoException("The speech that came back is no WAV file.");
        var channels = BinaryPrimitives.ReadInt16LittleEndian(wav[22..]);
        var rate = BinaryPrimitives.ReadInt32LittleEndian(wav[24..]);
        var declared = BinaryPrimitives.ReadInt32LittleEndian(wav[40..]);
        var data = wav[HeaderBytes..];
        if (declared != data.Length)
            throw new DemoException($"The WAV header promises {declared} bytes of audio, the file has {data.Length}.");
        var power = 0.0;
        for (var i = 0; i + 1 < data.Length; i += 2)
        {
            var sample = BinaryPrimitives.ReadInt16LittleEndian(data[i..]) / 32768.0;
            power += sample * sample;
        }
        var samples = data.Length / 2;
        return new WavProbe(rate, channels, (double)samples / channels / rate, 10 * Math.Log10((power / samples) + 1e-12));
    }
}
