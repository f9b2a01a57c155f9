using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace XttsSaas.Xtts.Signal;

/// <summary>A mono recording read from a WAV file (16-bit PCM or 32-bit float).</summary>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="Samples">Amplitudes, 1 is full scale.</param>
public sealed record WaveFile(int SampleRate, float[] Samples)
{
    private const int HeaderSize = 12;
    private const ushort Pcm = 1;
    private const ushort IeeeFloat = 3;

    /// <summary>Reads <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">It is no WAV file that this reader understands; the message says why.</exception>
    public static WaveFile Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads a whole file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is no WAV file that this reader understands; the message says why.</exception>
    public static WaveFile Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            throw new InvalidDataException("it is not a WAV file");

        WaveFormat? format = null;
        for (var at = HeaderSize; at + 8 <= bytes.Length;)
        {
            var id = bytes.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var body = bytes[(at + 8)..];
            if (id.SequenceEqual("data"u8))
                return Decode(format ?? throw new InvalidDataException("its format chunk is missing"), body, size);
            if (size > body.Length)
                break;
            if (id.SequenceEqual("fmt "u8))
                format = WaveFormat.Parse(body[..(int)size]);
            at += 8 + (int)size + (int)(size & 1);
        }

        throw new InvalidDataException("it has no data chunk");
    }

    private static WaveFile Decode(WaveFormat format, ReadOnlySpan<byte> body, uint size)
    {
        if (size > body.Length)
            throw new InvalidDataException($"its header promises {size} bytes of audio, the file has {body.Length}");
        if (format.Channels != 1)
            throw new InvalidDataException($"it has {format.Channels} channels instead of 1");

        var data = body[..(int)size];
        var samples = (format.Encoding, format.BitsPerSample) switch
        {
            (Pcm, 16) => FromPcm16(MemoryMarshal.Cast<byte, short>(data[..(data.Length & ~1)])),
            (IeeeFloat, 32) => MemoryMarshal.Cast<byte, float>(data[..(data.Length & ~3)]).ToArray(),
            _ => throw new InvalidDataException($"its encoding {format.Encoding} with {format.BitsPerSample} bits is not supported (16-bit PCM or 32-bit float)"),
        };
        return new WaveFile(format.SampleRate, samples);
    }

    private static float[] FromPcm16(ReadOnlySpan<short> source)
    {
        var samples = new float[source.Length];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = source[i] / 32768f;
        return samples;
    }

    private readonly record struct WaveFormat(ushort Encoding, ushort Channels, int SampleRate, ushort BitsPerSample)
    {
        private const ushort Extensible = 0xFFFE;

        public static WaveFormat Parse(ReadOnlySpan<byte> chunk)
        {
            if (chunk.Length < 16)
                throw new InvalidDataException("its format chunk is too short");
            var encoding = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
            // WAVE_FORMAT_EXTENSIBLE keeps the true encoding in the first bytes of its sub-format id.
            if (encoding == Extensible && chunk.Length >= 26)
                encoding = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
            return new WaveFormat(
                encoding,
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
                BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
        }
    }
}
