using System.Buffers.Binary;
using System.Text;

namespace XttsSaas.Training.Tests.TensorBoard;

/// <summary>Reads event files back; knows nothing of the writer but the published format. A wrong checksum or an unknown field is an error.</summary>
internal static class EventFile
{
    /// <summary>The events of the only event file in <paramref name="folder"/>.</summary>
    public static IReadOnlyList<RecordedEvent> ReadOnly(string folder) => Read(Assert.Single(Directory.GetFiles(folder)));

    public static IReadOnlyList<RecordedEvent> Read(string path)
    {
        var events = new List<RecordedEvent>();
        for (var rest = File.ReadAllBytes(path).AsSpan(); rest.Length > 0;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(rest);
            Assert.Equal(Masked(rest[..8]), BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
            Assert.Equal(Masked(rest.Slice(12, length)), BinaryPrimitives.ReadUInt32LittleEndian(rest[(12 + length)..]));
            events.Add(Event(rest.Slice(12, length)));
            rest = rest[(16 + length)..];
        }

        return events;
    }

    // Bit by bit, from the reflected polynomial.
    internal static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
        }

        return ~crc;
    }

    private static uint Masked(ReadOnlySpan<byte> data)
    {
        var crc = Crc32C(data);
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    private static RecordedEvent Event(ReadOnlySpan<byte> data)
    {
        var read = new RecordedEvent();
        while (data.Length > 0)
        {
            var (field, number, bytes) = Next(ref data);
            read = field switch
            {
                1 => read with { WallTime = BitConverter.Int64BitsToDouble(number) },
                2 => read with { Step = number },
                3 => read with { FileVersion = Encoding.UTF8.GetString(bytes) },
                5 => Summary(read, bytes),
                7 => read with { Start = bytes.SequenceEqual(new byte[] { 8, 1 }) },
                _ => throw new InvalidDataException($"Event field {field}"),
            };
        }

        return read;
    }

    private static RecordedEvent Summary(RecordedEvent read, ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            var (_, _, value) = Next(ref data);
            var tag = "";
            while (value.Length > 0)
            {
                var (field, number, bytes) = Next(ref value);
                switch (field)
                {
                    case 1:
                        tag = Encoding.UTF8.GetString(bytes);
                        break;
                    case 2:
                        read.Scalars.Add(tag, BitConverter.Int32BitsToSingle((int)number));
                        break;
                    case 6:
                        read = read with { Audio = Audio(tag, bytes) };
                        break;
                    default:
                        throw new InvalidDataException($"Value field {field}");
                }
            }
        }

        return read;
    }

    private static RecordedAudio Audio(string tag, ReadOnlySpan<byte> data)
    {
        var audio = new RecordedAudio(tag);
        while (data.Length > 0)
        {
            var (field, number, bytes) = Next(ref data);
            audio = field switch
            {
                1 => audio with { SampleRate = BitConverter.Int32BitsToSingle((int)number) },
                2 => audio with { Channels = number },
                3 => audio with { Frames = number },
                4 => audio with { Encoded = bytes.ToArray() },
                5 => audio with { ContentType = Encoding.UTF8.GetString(bytes) },
                _ => throw new InvalidDataException($"Audio field {field}"),
            };
        }

        return audio;
    }

    private static Field Next(ref ReadOnlySpan<byte> data)
    {
        var key = Varint(ref data);
        switch (key & 7)
        {
            case 0:
                return new Field(key >> 3, Varint(ref data), []);
            case 1:
                var wide = BinaryPrimitives.ReadInt64LittleEndian(data);
                data = data[8..];
                return new Field(key >> 3, wide, []);
            case 2:
                var length = (int)Varint(ref data);
                var bytes = data[..length];
                data = data[length..];
                return new Field(key >> 3, 0, bytes);
            case 5:
                var narrow = BinaryPrimitives.ReadInt32LittleEndian(data);
                data = data[4..];
                return new Field(key >> 3, narrow, []);
            default:
                throw new InvalidDataException($"Wire type {key & 7}");
        }
    }

    private static long Varint(ref ReadOnlySpan<byte> data)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = data[0];
            data = data[1..];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private readonly ref struct Field(long number, long value, ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> content = bytes;

        public void Deconstruct(out long field, out long scalar, out ReadOnlySpan<byte> data)
        {
            field = number;
            scalar = value;
            data = content;
        }
    }
}
