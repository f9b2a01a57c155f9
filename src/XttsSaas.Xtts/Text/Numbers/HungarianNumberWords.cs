using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Hungarian: the currencies keep their English names; a decimal is read with its place (tized, század, ezred), so only up to three
/// places. A decimal without a fraction is a cardinal, except that its printed ".0" counts as two digits in the search for the scale:
/// 10000000.0 finds none.
/// </summary>
internal sealed class HungarianNumberWords : INumberWords
{
    private static readonly BigInteger Million = BigInteger.Pow(10, 6);

    private static readonly string[] Units = ["", "egy", "kettő", "három", "négy", "öt", "hat", "hét", "nyolc", "kilenc"];

    private static readonly string[] Tens = ["", "tíz", "húsz", "harminc", "negyven", "ötven", "hatvan", "hetven", "nyolcvan", "kilencven"];

    private static readonly string[] Places = ["", "tized", "század", "ezred"];

    private static readonly LatinScales Scales = new(
        ["m", "b", "tr", "quadr", "quint", "sext", "sept", "oct", "non"],
        ["", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "octo", "novem"],
        ["dec", "vigint", "trigint", "quadragint", "quinquagint", "sexagint", "septuagint", "octogint", "nonagint"],
        "cent",
        "illió",
        "illiárd");

    /// <summary>The first ending that fits is exchanged before the final ik ("egymillió" becomes "egymmilliomodik").</summary>
    private static readonly (string Cardinal, string Ordinal)[] Endings =
    [
        ("nulla", "nullad"), ("egy", "egyed"), ("kettő", "ketted"), ("három", "harmad"), ("négy", "negyed"), ("öt", "ötöd"),
        ("hat", "hatod"), ("hét", "heted"), ("nyolc", "nyolcad"), ("kilenc", "kilenced"), ("tíz", "tized"), ("húsz", "huszad"),
        ("harminc", "harmincad"), ("negyven", "negyvened"), ("ötven", "ötvened"), ("hatvan", "hatvanad"), ("hetven", "hetvened"),
        ("nyolcvan", "nyolcvanad"), ("kilencven", "kilencvened"), ("száz", "század"), ("ezer", "ezred"), ("illió", "milliomod"),
        ("illiárd", "milliárdod"),
    ];

    public string? Cardinal(BigInteger value) => value.IsZero ? "nulla" : Words(value, standalone: true, printed: false);

    public string? Ordinal(BigInteger value)
    {
        if (value.IsOne)
            return "első";
        if (value == 2)
            return "második";
        if (Cardinal(value) is not { } words)
            return null;
        foreach (var (cardinal, ordinal) in Endings)
        {
            if (words.EndsWith(cardinal, StringComparison.Ordinal))
                return $"{words[..^cardinal.Length]}{ordinal}ik";
        }
        return words + "ik";
    }

    public string? Decimal(string number)
    {
        if (PrintedDouble.Read(number) is not { } printed)
            return null;
        if (printed.IsWhole)
            return printed.Whole.IsZero ? "nulla" : Words(printed.Whole, standalone: true, printed: true);
        return printed.Sides is var (left, right) && right.Length < Places.Length
            ? $"{Cardinal(left)} egész {Cardinal(BigInteger.Parse(right, CultureInfo.InvariantCulture))} {Places[right.Length]}"
            : null;
    }

    public string? Currency(string amount, string currency) =>
        MoneyAmount.Say(amount, Names(currency), Cardinal, (count, forms) => count.IsOne ? forms[0] : forms[1]);

    /// <param name="value">Nothing is said for 0.</param>
    /// <param name="standalone">Whether 2 is "kettő" by itself or "két" as a part of a larger number, at its end too.</param>
    /// <param name="printed">Whether the number came as a double: its scale is then found from the printed text, ".0" included.</param>
    private static string? Words(BigInteger value, bool standalone, bool printed)
    {
        if (value == 2 && !standalone)
            return "két";
        if (value < 100)
            return BelowHundred((int)value);
        if (value < 1000)
            return (value < 200 ? "" : Words(value / 100, false, printed)) + "száz" + Words(value % 100, false, printed);
        return value < Million ? Thousands(value, printed) : Large(value, printed);
    }

    private static string Thousands(BigInteger value, bool printed)
    {
        var rest = Words(value % 1000, false, printed);
        var head = (value < 2000 ? "" : Words(value / 1000, false, printed)) + "ezer";
        return value <= 2000 || rest is "" or null ? head + rest : $"{head}-{rest}";
    }

    private static string? Large(BigInteger value, bool printed)
    {
        var digits = printed ? PrintedDouble.Of((double)value).Text.Length : value.ToString(CultureInfo.InvariantCulture).Length;
        var power = (digits % 3 == 0 ? digits - 2 : digits) / 3 * 3;
        if (power > LatinScales.Highest)
            return null;
        var (count, remainder) = BigInteger.DivRem(value, BigInteger.Pow(10, power));
        if (count.IsZero || Words(count, false, printed) is not { } head || Words(remainder, false, printed) is not { } rest)
            return null;
        head += power == 3 ? "ezer" : Scales.Name(power);
        return rest.Length == 0 ? head : $"{head}-{rest}";
    }

    private static string BelowHundred(int value)
    {
        var (ten, unit) = (value / 10, value % 10);
        var head = (ten, unit) switch
        {
            (1, > 0) => "tizen",
            (2, > 0) => "huszon",
            _ => Tens[ten],
        };
        return head + Units[unit];
    }

    private static (string[] Units, string[] Cents)? Names(string currency) => currency switch
    {
        "EUR" => (["euro", "euro"], ["cent", "cents"]),
        "GBP" => (["pound sterling", "pounds sterling"], ["penny", "pence"]),
        "USD" => (["dollar", "dollars"], ["cent", "cents"]),
        _ => null,
    };
}
