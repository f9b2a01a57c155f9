using System.Numerics;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>European Portuguese: "dezasseis", "mil duzentos e trinta", long scale up to quatriliões.</summary>
internal sealed class PortugueseNumberWords() : ScaleNumberWords(Names)
{
    private static readonly IEnumerable<NamedNumber> Names =
    [
        .. ScaleNames.FromZero(
            "zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", "catorze",
            "quinze", "dezasseis", "dezassete", "dezoito", "dezanove", "vinte"),
        new("trinta", 30), new("quarenta", 40), new("cinquenta", 50), new("sessenta", 60), new("setenta", 70), new("oitenta", 80),
        new("noventa", 90), new("cem", 100), new("mil", 1000), new("milião", 1_000_000), new("bilião", BigInteger.Pow(10, 12)),
        new("trilião", BigInteger.Pow(10, 18)), new("quatrilião", BigInteger.Pow(10, 24)),
    ];

    private static readonly string[] Hundreds =
    [
        "", "cento", "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos", "setecentos", "oitocentos", "novecentos",
    ];

    /// <summary>Ordinals of the units, tens and hundreds.</summary>
    private static readonly string[][] DigitOrdinals =
    [
        ["", "primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "sétimo", "oitavo", "nono"],
        [
            "", "décimo", "vigésimo", "trigésimo", "quadragésimo", "quinquagésimo", "sexagésimo", "septuagésimo", "octogésimo",
            "nonagésimo",
        ],
        [
            "", "centésimo", "ducentésimo", "tricentésimo", "quadrigentésimo", "quingentésimo", "seiscentésimo", "septigentésimo",
            "octigentésimo", "nongentésimo",
        ],
    ];

    private static readonly string[] GroupOrdinals =
        ["", "milésimo", "milionésimo", "milésimo milionésimo", "bilionésimo", "milésimo bilionésimo"];

    /// <summary>After these a hundred loses its "e" when another "e" follows.</summary>
    private static readonly string[] Scales = ["mil", "milhão", "milhões", "mil milhões", "bilião", "biliões", "mil biliões"];

    /// <summary>Round amounts of these are "de euros".</summary>
    private static readonly string[] RoundScales = ["milhão", "milhões", "bilião", "biliões", "trilião", "triliões"];

    protected override string PointWord => "vírgula";

    protected override string CentsSeparator => " e";

    protected override IReadOnlyDictionary<string, CurrencyNames> Currencies { get; } = new Dictionary<string, CurrencyNames>
    {
        ["EUR"] = new("euro", "euros", "cêntimo", "cêntimos"),
        ["GBP"] = new("libra", "libras", "péni", "pence"),
        ["USD"] = new("dólar", "dólares", "cêntimo", "cêntimos"),
    };

    /// <summary>Digit by digit, highest first, with the name of each group of three before its last digit but zero; null from 10^18 on.</summary>
    public override string? Ordinal(BigInteger value)
    {
        var digits = value.ToString();
        if (digits.Length > 3 * GroupOrdinals.Length)
            return null;
        var words = new List<string>();
        var group = "";
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            if (place % 3 == 0)
                group = GroupOrdinals[place / 3];
            if (digit == 0)
                continue;
            if (group.Length > 0)
                words.Add(group);
            group = "";
            words.Add(DigitOrdinals[place % 3][digit]);
        }
        words.Reverse();
        var ordinal = string.Join(' ', words);
        return value > 1 && ordinal.StartsWith("primeiro", StringComparison.Ordinal) ? ordinal["primeiro".Length..].TrimStart() : ordinal;
    }

    public override string? Currency(string amount, string currency)
    {
        if (base.Currency(amount, currency) is not { } words)
            return null;
        foreach (var scale in RoundScales)
        {
            var first = words.IndexOf(scale, StringComparison.Ordinal);
            if (words.Contains($"{scale} {Currencies[currency].Units}", StringComparison.Ordinal))
                words = words.Insert(first + scale.Length, " de");
        }
        return words.Replace(" e zero cêntimos", "", StringComparison.Ordinal);
    }

    protected override NumberPart Join(NumberPart left, NumberPart right)
    {
        var (count, name) = (left.Text, right.Text);
        if (left.Value.IsOne)
        {
            if (right.Value < 1_000_000)
                return right;
            count = "um";
        }
        else if (left.Value == 100 && right.Value % 1000 != 0)
        {
            count = "cento";
        }
        if (right.Value < left.Value)
            return new($"{count} e {name}", left.Value + right.Value);
        var product = left.Value * right.Value;
        return right.Value == 100 ? new(Hundreds[(int)left.Value], product) : new($"{count} {Inflected(name, left, right)}", product);
    }

    protected override string Finish(string words)
    {
        foreach (var scale in Scales)
            if (Regex.IsMatch(words, $@"{scale} e \w*entos? (?=.*e)", RegexOptions.CultureInvariant))
                words = words.Replace($"{scale} e", scale, StringComparison.Ordinal);
        return words;
    }

    private static string Inflected(string name, NumberPart count, NumberPart scale)
    {
        if (count.Value > 1 && scale.Value % 1_000_000 == 0)
            return name[..^"lião".Length] + (scale.Value % 1_000_000_000 == 0 ? "liões" : "lhões");
        return name == "milião" ? "milhão" : name;
    }
}
