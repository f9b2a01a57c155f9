using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace XttsSaas.Audio.Wav;

/// <summary>
/// Writes mono PCM16 WAV into a seekable stream, chunk by chunk; <see cref="Complete"/> puts the sizes into the
/// header. A WAV file holds at most 4 GiB.
/// </summary>
public sealed class WavWriter
{
    private const int HeaderBytes = 44;
    private readonly Stream _stream;
    private readonly int _sampleRate;

    public WavWriter(Stream stream, int sampleRate)
    {
        (_stream, _sampleRate) = (stream, sampleRate);
        stream.Write(Header(sampleRate, 0));
    }

    public long Samples { get; private set; }

    /// <summary>A whole WAV file as bytes.</summary>
    public static byte[] ToBytes(ReadOnlySpan<short> samples, int sampleRate) =>
        [.. Header(sampleRate, samples.Length), .. MemoryMarshal.AsBytes(samples)];

    /// <summary>A sample in [-1, 1] as 16 bits; what lies outside is clipped, not wrapped.</summary>
    public static short Quantize(float sample) =>
        float.IsNaN(sample) ? (short)0 : (short)MathF.Round(Math.Clamp(sample, -1f, 1f) * short.MaxValue);

    public void Write(ReadOnlySpan<float> samples)
    {
        var quantized = new short[samples.Length];
        for (var i = 0; i < quantized.Length; i++)
            quantized[i] = Quantize(samples[i]);
        Write(quantized);
    }

    public void Write(ReadOnlySpan<short> samples)
    {
        _stream.Write(MemoryMarshal.AsBytes(samples));
        Samples += samples.Length;
    }

    public void Complete()
    {
        if (Samples * sizeof(short) > uint.MaxValue - HeaderBytes)
            throw new InvalidOperationException($"A WAV file cannot hold {Samples:N0} samples; write FLAC or split it.");
        _stream.Position = 0;
        _stream.Write(Header(_sampleRate, Samples));
        _stream.Seek(0, SeekOrigin.End);
    }

    private static byte[] Header(int sampleRate, long samples)
    {
        var header = new byte[HeaderBytes];
        var dataBytes = (uint)(samples * sizeof(short));
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), dataBytes + HeaderBytes - 8);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), WavHeader.Pcm);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(24), (uint)sampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), (uint)sampleRate * sizeof(short));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), sizeof(short));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), 16);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), dataBytes);
        return header;
    }
}
