using System.Buffers.Binary;
using System.Text;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Parity;

/// <summary>Recordings of a pack: mono wave files of 16-bit integers at any rate.</summary>
public static class ParityRecording
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const int PlainPcm = 1;

    /// <summary>The samples at <paramref name="rate"/> Hz, clipped to [-1, 1] after resampling, as the reference loads audio.</summary>
    /// <exception cref="ModelFormatException">Not such a file.</exception>
    public static float[] Load(string path, int rate)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var format = Chunk(bytes, "fmt ");
        var data = Chunk(bytes, "data");
        if (format.Length < 16 || Word(format, 0) != PlainPcm || Word(format, 2) != 1 || Word(format, 14) != 16)
            throw new ModelFormatException($"{path} is not a mono wave file of 16-bit integers.");
        var samples = new float[data.Length / sizeof(short)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(data[(2 * i)..]) / 32768f;
        var resampled = Resampler.Resample(samples, BinaryPrimitives.ReadInt32LittleEndian(format[4..]), rate);
        return Array.ConvertAll(resampled, sample => Math.Clamp(sample, -1f, 1f));
    }

    private static int Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    /// <summary>The body of the chunk with this id; empty where the file has none.</summary>
    private static ReadOnlySpan<byte> Chunk(ReadOnlySpan<byte> file, string id)
    {
        for (var position = RiffHeader; position + ChunkHeader <= file.Length;)
        {
            var body = file[(position + ChunkHeader)..];
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[(position + 4)..]), (uint)body.Length);
            if (Encoding.ASCII.GetString(file.Slice(position, 4)) == id)
                return body[..length];
            position += ChunkHeader + length + (length % 2);
        }
        return [];
    }
}
