using System.Text;

namespace XttsSaas.Training.Data;

/// <summary>
/// Random numbers that follow from what they are for and nothing else: (seed, purpose, position) gives the same stream on
/// every machine. A run therefore keeps no generator state; it resumes exactly from its step number alone.
/// FNV-1a for the key, splitmix64 (Steele et al. 2014) for the stream.
/// </summary>
public sealed class SeededStream
{
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private ulong state;

    public SeededStream(long seed, string purpose, long position = 0)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var part in Encoding.UTF8.GetBytes(purpose))
            hash = (hash ^ part) * 0x100000001b3UL;
        state = Mix(hash ^ Mix((ulong)seed + Increment)) ^ Mix(((ulong)position + 1) * Increment);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong Next() => Mix(state += Increment);

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>], both included.</summary>
    public int NextInt(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        var span = (ulong)((long)high - low) + 1;
        return (int)(low + (long)Math.BigMul(Next(), span, out _));
    }

    /// <summary>A random order of 0 … <paramref name="count"/> - 1 (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = NextInt(0, last);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
