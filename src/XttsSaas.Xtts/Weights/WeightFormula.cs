using System.Text;

namespace XttsSaas.Xtts.Weights;

/// <summary>
/// Weights from a formula instead of a file: FNV-1a of "salt/name" seeds splitmix64; the top 40 bits of each output minus the last 16
/// become r, uniform in [-1, 1); the value is offset + scale * r. The same name gives the same numbers everywhere.
/// </summary>
public static class WeightFormula
{
    private const ulong FnvOffset = 0xcbf29ce484222325;
    private const ulong FnvPrime = 0x100000001b3;
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>64-bit FNV-1a of the UTF-8 bytes.</summary>
    public static ulong Hash(string key)
    {
        var hash = FnvOffset;
        foreach (var value in Encoding.UTF8.GetBytes(key))
            hash = (hash ^ value) * FnvPrime;
        return hash;
    }

    /// <summary>Output <paramref name="index"/> (from 0) of splitmix64 seeded with <paramref name="seed"/>.</summary>
    public static ulong SplitMix(ulong seed, ulong index)
    {
        unchecked
        {
            var z = seed + ((index + 1) * Gamma);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Fills <paramref name="target"/> with elements <paramref name="first"/>, … of the tensor that <paramref name="key"/> names.</summary>
    public static void Fill(Span<float> target, string key, double offset, double scale, long first = 0)
    {
        var seed = Hash(key);
        for (var i = 0; i < target.Length; i++)
        {
            var r = ((SplitMix(seed, (ulong)(first + i)) >> 40) * (1.0 / (1 << 23))) - 1;
            target[i] = (float)(offset + (scale * r));
        }
    }
}
