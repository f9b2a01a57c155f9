using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Data;

/// <summary>Input codes with some replaced, so that a model keeps to the text even where its own codes have gone astray.</summary>
public static class CodeCorruption
{
    /// <summary>A copy of <paramref name="codes"/> with a random share of them, at most <paramref name="largestShare"/>, replaced by random ones below <paramref name="codeCount"/>.</summary>
    public static int[] Apply(IReadOnlyList<int> codes, double largestShare, int codeCount, SeededStream random)
    {
        var share = random.NextDouble() * largestShare;
        return [.. codes.Select(code => random.NextDouble() < share ? random.NextInt(0, codeCount - 1) : code)];
    }
}
