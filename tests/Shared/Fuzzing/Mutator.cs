using System.Buffers.Binary;

namespace XttsSaas.Tests.Fuzzing;

/// <summary>Turns seeds into damaged inputs; input number n is always the same.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds)
{
    private const int MostChanges = 4;
    private const int LongestInput = 1 << 16;
    private static readonly long[] Edges = [0, 1, -1, 2, 127, 128, 255, 256, short.MaxValue, ushort.MaxValue, int.MaxValue, uint.MaxValue, 1L << 32, 1L << 40, long.MaxValue, long.MinValue];

    public byte[] Input(int number)
    {
        var random = new Random(number);
        var input = seeds[random.Next(seeds.Count)].ToArray();
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            input = Change(input, random);
        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    private byte[] Change(byte[] input, Random random)
    {
        if (input.Length == 0)
            return seeds[random.Next(seeds.Count)].ToArray();
        var at = random.Next(input.Length);
        switch (random.Next(8))
        {
            case 0: // one bit
                input[at] ^= (byte)(1 << random.Next(8));
                return input;
            case 1: // one byte
                input[at] = (byte)random.Next(256);
                return input;
            case 2: // a length field
                WriteEdge(input, at, random);
                return input;
            case 3: // a digit in text
                var digits = Enumerable.Range(0, input.Length).Where(i => char.IsAsciiDigit((char)input[i])).ToList();
                if (digits.Count > 0)
                    input[digits[random.Next(digits.Count)]] = (byte)"0123456789-.eE"[random.Next(14)];
                return input;
            case 4: // cut off
                return input[..at];
            case 5: // a piece left out
                return [.. input[..at], .. input[(at + random.Next(Math.Min(64, input.Length - at) + 1))..]];
            case 6: // a piece twice
                var piece = input.AsSpan(at, random.Next(Math.Min(256, input.Length - at) + 1));
                return [.. input[..at], .. piece, .. input[at..]];
            default: // a piece of another seed
                var other = seeds[random.Next(seeds.Count)];
                return [.. input[..at], .. other[random.Next(other.Length)..]];
        }
    }

    private static void WriteEdge(byte[] input, int at, Random random)
    {
        Span<byte> bytes = stackalloc byte[8];
        var edge = Edges[random.Next(Edges.Length)];
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteInt64LittleEndian(bytes, edge);
        else
            BinaryPrimitives.WriteInt64BigEndian(bytes, edge);
        var width = Math.Min(1 << random.Next(4), input.Length - at);
        bytes[..width].CopyTo(input.AsSpan(at));
    }
}
