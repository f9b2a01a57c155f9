using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>French: "quatre-vingt-dix-sept", "deux cents", long scale with milliards.</summary>
internal sealed class FrenchNumberWords() : ScaleNumberWords(Names)
{
    private static readonly IEnumerable<NamedNumber> Names =
    [
        .. ScaleNames.FromZero(
            "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
            "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt"),
        new("trente", 30), new("quarante", 40), new("cinquante", 50), new("soixante", 60), new("quatre-vingts", 80), new("cent", 100),
        new("mille", 1000),
        .. ScaleNames.Long(ScaleNames.Latin("illion", "illiard")),
    ];

    protected override string PointWord => "virgule";

    protected override string CentsSeparator => " et";

    protected override IReadOnlyDictionary<string, CurrencyNames> Currencies { get; } = new Dictionary<string, CurrencyNames>
    {
        ["EUR"] = new("euro", "euros", "centime", "centimes"),
        ["GBP"] = new("livre", "livres", "penny", "pence"),
        ["USD"] = new("dollar", "dollars", "cent", "cents"),
    };

    public override string? Ordinal(BigInteger value)
    {
        if (value.IsOne)
            return "premier";
        return Cardinal(value) switch
        {
            null => null,
            var words when words.EndsWith("cinq", StringComparison.Ordinal) => words + "uième",
            var words when words.EndsWith("neuf", StringComparison.Ordinal) => words[..^1] + "vième",
            var words when words.EndsWith('e') => words[..^1] + "ième",
            var words => words + "ième",
        };
    }

    protected override NumberPart Join(NumberPart left, NumberPart right)
    {
        var (count, name) = (left.Text, right.Text);
        if (left.Value.IsOne)
        {
            if (right.Value < 1_000_000)
                return right;
        }
        else
        {
            if (LosesPlural(left) && right.Value < 1_000_000)
                count = count.TrimEnd('s');
            if (left.Value < 1000 && right.Value != 1000 && right.Value % 100 == 0 && !name.EndsWith('s'))
                name += "s";
        }
        if (right.Value > left.Value)
            return new($"{count} {name}", left.Value * right.Value);
        var link = left.Value >= 100 ? " " : right.Value % 10 == 1 && left.Value != 80 ? " et " : "-";
        return new($"{count}{link}{name}", left.Value + right.Value);
    }

    /// <summary>"quatre-vingts" and "deux cents" drop the s before what follows.</summary>
    private static bool LosesPlural(NumberPart part) =>
        (part.Value % 100 == 80 || (part.Value < 1000 && part.Value % 100 == 0)) && part.Text.EndsWith('s');
}
