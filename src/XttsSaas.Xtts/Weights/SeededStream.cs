namespace XttsSaas.Xtts.Weights;

/// <summary>
/// Random numbers that follow from what they are for and nothing else: (seed, purpose, position) gives the same stream on
/// every machine. A run therefore keeps no generator state; it resumes exactly from its step number alone.
/// </summary>
public sealed class SeededStream(long seed, string purpose, long position = 0)
{
    private readonly ulong key = WeightFormula.Hash(FormattableString.Invariant($"{seed}/{purpose}/{position}"));
    private ulong drawn;

    /// <summary>64 uniform bits.</summary>
    public ulong Next() => WeightFormula.SplitMix(key, drawn++);

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
}
