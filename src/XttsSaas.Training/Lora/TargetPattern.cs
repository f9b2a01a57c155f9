using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Lora;

/// <summary>
/// A glob over matrix names, <c>*</c> for any run of characters. It must match the whole name or a tail of it that begins
/// at a dot; <c>.weight</c> may be left out, and <c>gpt.transformer.</c> is read as <c>gpt.gpt.</c> (the name in other ports).
/// </summary>
public sealed class TargetPattern(string pattern)
{
    private const string Suffix = ".weight";
    private readonly string glob = Normalise(pattern);

    /// <summary>Whether the pattern covers the tensor <paramref name="name"/>.</summary>
    public bool Matches(string name) => Tails(WithoutSuffix(name)).Any(tail => GlobMatches(glob, tail));

    /// <summary>
    /// The pattern over <paramref name="names"/> that this one comes nearest to: a matrix's name, or a tail of it, with
    /// <c>*</c> for the number of its block. Null without names.
    /// </summary>
    public string? Nearest(IEnumerable<string> names) => NearestName.Of(glob, names.Select(WithoutSuffix).Select(WithoutNumbers).Distinct().SelectMany(Tails));

    public override string ToString() => pattern;

    private static string WithoutNumbers(string name) =>
        string.Join('.', name.Split('.').Select(part => part.All(char.IsAsciiDigit) ? "*" : part));

    private static IEnumerable<string> Tails(string name)
    {
        for (var start = 0; start >= 0; start = NextPart(name, start))
            yield return name[start..];
    }

    private static string Normalise(string pattern) =>
        WithoutSuffix(pattern.Trim()).Replace("gpt.transformer.", "gpt.gpt.", StringComparison.Ordinal);

    private static string WithoutSuffix(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

    private static int NextPart(string name, int start)
    {
        var dot = name.IndexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }

    // Greedy with one point of return: the last star swallows one more character whenever the rest fails.
    private static bool GlobMatches(ReadOnlySpan<char> glob, ReadOnlySpan<char> text)
    {
        int g = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                star = g++;
                resume = t;
            }
            else if (g < glob.Length && glob[g] == text[t])
            {
                g++;
                t++;
            }
            else if (star >= 0)
            {
                g = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return glob[g..].Trim('*').IsEmpty;
    }
}
