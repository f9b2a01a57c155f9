using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Lists of named numbers: the small ones, and the scales of a million and more.</summary>
internal static class ScaleNames
{
    /// <summary>The power of ten that the last stem names on the short scale: a centillion.</summary>
    private const int ShortHighest = LatinScales.Highest / 6 * 3 + 3;

    /// <summary>Words for 0, 1, 2 … in order.</summary>
    public static IEnumerable<NamedNumber> FromZero(params string[] words) => words.Select((word, value) => new NamedNumber(word, value));

    /// <summary>The stems as English and French spell them, with endings of the language.</summary>
    public static LatinScales Latin(string million, string milliard) => new(
        ["m", "b", "tr", "quadr", "quint", "sext", "sept", "oct", "non"],
        ["", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "octo", "novem"],
        ["dec", "vigint", "trigint", "quadragint", "quinquagint", "sexagint", "septuagint", "octogint", "nonagint"],
        "cent",
        million,
        milliard);

    /// <summary>Long scale: each stem names 10^6n and, with the milliard ending, 10^(6n + 3).</summary>
    public static IEnumerable<NamedNumber> Long(LatinScales scales) =>
        Powers(LatinScales.Highest).Select(power => new NamedNumber(scales.Name(power), BigInteger.Pow(10, power)));

    /// <summary>Short scale: each stem names 10^(3n + 3).</summary>
    public static IEnumerable<NamedNumber> Short(LatinScales scales) =>
        Powers(ShortHighest).Select(power => new NamedNumber(scales.Name((power - 3) * 2), BigInteger.Pow(10, power)));

    private static IEnumerable<int> Powers(int highest)
    {
        for (var power = 6; power <= highest; power += 3)
            yield return power;
    }
}
