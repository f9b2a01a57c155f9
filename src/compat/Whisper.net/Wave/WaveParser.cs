using System.Buffers.Binary;

namespace Whisper.net.Wave;

/// <summary>Reads 16 kHz PCM16 WAV; several channels are averaged. A file that ends before its data does is corrupt.</summary>
public sealed class WaveParser(Stream waveStream)
{
    private const int RequiredRate = 16_000;
    private const int Pcm = 1;
    private const int Extensible = 65_534;

    public async Task<float[]> GetAvgSamplesAsync(CancellationToken cancellationToken = default)
    {
        using var copy = new MemoryStream();
        await waveStream.CopyToAsync(copy, cancellationToken);
        return Parse(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static float[] Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
            throw new CorruptedWaveException("Invalid wave file RIFF header.");
        var channels = 0;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var body = file[(at + 8)..];
            if (file.Slice(at, 4).SequenceEqual("data"u8))
                return Average(Data(body, size), channels > 0 ? channels : throw new CorruptedWaveException("Invalid wave file: data before fmt."));
            if (file.Slice(at, 4).SequenceEqual("fmt "u8))
                channels = ReadFormat(body);
            if (size > body.Length)
                break;
            at += 8 + (int)size + (int)(size & 1);
        }

        throw new CorruptedWaveException("Invalid wave file: no data chunk.");
    }

    // A file written on the fly has all ones for the size: its data goes to the end.
    private static ReadOnlySpan<byte> Data(ReadOnlySpan<byte> body, uint size) =>
        size == uint.MaxValue ? body
        : size <= body.Length ? body[..(int)size]
        : throw new CorruptedWaveException("Invalid wave file: it ends before its data does.");

    private static int ReadFormat(ReadOnlySpan<byte> fmt)
    {
        if (fmt.Length < 16)
            throw new CorruptedWaveException("Invalid wave format size.");
        if (BinaryPrimitives.ReadUInt16LittleEndian(fmt) is not (Pcm or Extensible))
            throw new CorruptedWaveException("Invalid wave file: only PCM is supported.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(fmt[4..]) != RequiredRate)
            throw new NotSupportedWaveException("Only 16KHz sample rate is supported.");
        if (BinaryPrimitives.ReadUInt16LittleEndian(fmt[14..]) != 16)
            throw new NotSupportedWaveException("Only 16 bits per sample are supported.");
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(fmt[2..]);
        return channels > 0 ? channels : throw new NotSupportedWaveException("A wave file without channels is not supported.");
    }

    private static float[] Average(ReadOnlySpan<byte> data, int channels)
    {
        var samples = new float[data.Length / (2 * channels)];
        for (var i = 0; i < samples.Length; i++)
        {
            var sum = 0;
            for (var channel = 0; channel < channels; channel++)
                sum += BinaryPrimitives.ReadInt16LittleEndian(data[(2 * ((i * channels) + channel))..]);
            samples[i] = sum / (32768f * channels);
        }

        return samples;
    }
}
