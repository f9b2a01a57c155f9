using System.Buffers.Binary;

namespace Whisper.net.Wave;

/// <summary>Reads 16 kHz PCM16 WAV; several channels are averaged.</summary>
public sealed class WaveParser(Stream waveStream)
{
    private const int RequiredRate = 16_000;

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
                return channels > 0 ? Average(body[..(int)Math.Min(size, (uint)body.Length)], channels) : throw new CorruptedWaveException("Invalid wave file: data before fmt.");
            if (file.Slice(at, 4).SequenceEqual("fmt "u8))
                channels = ReadFormat(body);
            if (size > body.Length)
                break;
            at += 8 + (int)size + (int)(size & 1);
        }

        throw new CorruptedWaveException("Invalid wave file: no data chunk.");
    }

    private static int ReadFormat(ReadOnlySpan<byte> fmt)
    {
        if (fmt.Length < 16)
            throw new CorruptedWaveException("Invalid wave format size.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(fmt[4..]) != RequiredRate)
            throw new NotSupportedWaveException("Only 16KHz sample rate is supported.");
        if (BinaryPrimitives.ReadUInt16LittleEndian(fmt[14..]) != 16)
            throw new NotSupportedWaveException("Only 16 bits per sample are supported.");
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(fmt[2..]);
        return channels > 0 ? channels : throw new CorruptedWaveException("Invalid wave file: no channels.");
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
