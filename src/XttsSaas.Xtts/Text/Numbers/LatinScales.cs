using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>The Latin prefixes of million, billion, trillion … and the numbers they name on the short and the long scale.</summary>
internal static class LatinScales
{
    private static readonly string[] FirstNine = ["m", "b", "tr", "quadr", "quint", "sext", "sept", "oct", "non"];

    private static readonly string[] Units = ["", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "octo", "novem"];

    private static readonly string[] Tens =
        ["dec", "vigint", "trigint", "quadragint", "quinquagint", "sexagint", "septuagint", "octogint", "nonagint"];

    /// <summary>"m", "b", "tr" … up to "cent", the hundredth.</summary>
    public static IReadOnlyList<string> Prefixes { get; } =
        [.. FirstNine, .. Tens.SelectMany(ten => Units.Select(unit => unit + ten)), "cent"];

    /// <summary>Short scale: the k-th prefix names 10^(3k + 3).</summary>
    public static IEnumerable<NamedNumber> Short(IEnumerable<string> prefixes, string ending) =>
        prefixes.Select((prefix, k) => new NamedNumber(prefix + ending, BigInteger.Pow(10, 3 * (k + 1) + 3)));

    /// <summary>Long scale: the k-th prefix names 10^(6k), with the second ending 10^(6k + 3); without one, that is "thousand" of them.</summary>
    public static IEnumerable<NamedNumber> Long(IEnumerable<string> prefixes, string ending, string? thousandfold)
    {
        foreach (var (k, prefix) in prefixes.Index())
        {
            yield return new(prefix + ending, BigInteger.Pow(10, 6 * (k + 1)));
            if (thousandfold is not null)
                yield return new(prefix + thousandfold, BigInteger.Pow(10, 6 * (k + 1) + 3));
        }
    }

    /// <summary>Words for 0, 1, 2 … in order.</summary>
    public static IEnumerable<NamedNumber> FromZero(params string[] words) => words.Select((word, value) => new NamedNumber(word, value));
}
