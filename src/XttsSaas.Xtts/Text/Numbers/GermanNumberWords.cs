using System.Numerics;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>German: "einundzwanzig", "zwei Millionen dreitausend", long scale with Milliarden.</summary>
internal sealed partial class GermanNumberWords() : ScaleNumberWords(Names)
{
    private const int Million = 1_000_000;

    private static readonly LatinScales Scales = new(
        ["M", "B", "Tr", "Quadr", "Quint", "Sext", "Sept", "Okt", "Non"],
        ["", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "okto", "novem"],
        ["dez", "vigint", "trigint", "quadragint", "quinquagint", "sexagint", "septuagint", "oktogint", "nonagint"],
        "zent",
        "illion",
        "illiarde");

    private static readonly IEnumerable<NamedNumber> Names =
    [
        .. ScaleNames.FromZero(
            "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn",
            "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig"),
        new("dreißig", 30), new("vierzig", 40), new("fünfzig", 50), new("sechzig", 60), new("siebzig", 70), new("achtzig", 80),
        new("neunzig", 90), new("hundert", 100), new("tausend", 1000),
        .. ScaleNames.Long(Scales),
    ];

    /// <summary>The stem that takes "te", by the end of the cardinal; the first that fits.</summary>
    private static readonly (string End, string Stem)[] OrdinalStems =
    [
        ("eins", "ers"), ("drei", "drit"), ("acht", "ach"), ("sieben", "sieb"), ("ig", "igs"), ("ert", "erts"), ("end", "ends"),
        ("ion", "ions"), ("nen", "ns"), ("rde", "rds"), ("rden", "rds"), ("", ""),
    ];

    protected override string PointWord => "Komma";

    protected override string CentsSeparator => " und";

    protected override IReadOnlyDictionary<string, CurrencyNames> Currencies { get; } = new Dictionary<string, CurrencyNames>
    {
        ["EUR"] = new("Euro", "Euro", "Cent", "Cent"),
        ["GBP"] = new("Pfund", "Pfund", "Penny", "Pence"),
        ["USD"] = new("Dollar", "Dollar", "Cent", "Cent"),
    };

    /// <summary>Lower case throughout; "millionste" is one word and needs no "eine".</summary>
    public override string? Ordinal(BigInteger value)
    {
        if (Cardinal(value)?.ToLowerInvariant() is not { } words)
            return null;
        var (end, stem) = OrdinalStems.First(entry => words.EndsWith(entry.End, StringComparison.Ordinal));
        var ordinal = words[..^end.Length] + stem + "te";
        if (ordinal is "eintausendste" or "einhundertste")
            return ordinal["ein".Length..];
        return LastScale().Replace(SingleScale().Replace(ordinal, "$1"), "$1");
    }

    public override string? Currency(string amount, string currency) =>
        base.Currency(amount, currency)?.Replace("eins ", "ein ", StringComparison.Ordinal);

    protected override NumberPart Join(NumberPart left, NumberPart right)
    {
        var (count, name) = (left.Text, right.Text);
        if (left.Value.IsOne)
        {
            if (right.Value == 100 || right.Value == 1000)
                return new("ein" + name, right.Value);
            if (right.Value < Million)
                return right;
            count = "eine";
        }
        if (right.Value > left.Value)
        {
            if (right.Value >= Million)
                name = " " + (left.Value.IsOne ? name : name + (name.EndsWith('e') ? "n" : "en"));
            return new(count + name, left.Value * right.Value);
        }
        var sum = left.Value + right.Value;
        if (right.Value < 10 && left.Value is var tens && tens > 10 && tens < 100)
            return new($"{(right.Value.IsOne ? "ein" : name)}und{count}", sum);
        return new(left.Value >= Million ? $"{count} {name}" : count + name, sum);
    }

    [GeneratedRegex("eine ([a-z]+(?:illion|illiard)ste)$")]
    private static partial Regex SingleScale();

    [GeneratedRegex(" ([a-z]+(?:illion|illiard)ste)$")]
    private static partial Regex LastScale();
}
