using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>English: "one thousand, two hundred and five", short scale up to centillions.</summary>
internal sealed class EnglishNumberWords() : ScaleNumberWords(Names)
{
    private static readonly IEnumerable<NamedNumber> Names =
    [
        .. ScaleNames.FromZero(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        new("twenty", 20), new("thirty", 30), new("forty", 40), new("fifty", 50), new("sixty", 60), new("seventy", 70),
        new("eighty", 80), new("ninety", 90), new("hundred", 100), new("thousand", 1000),
        .. ScaleNames.Short(ScaleNames.Latin("illion", "illiard")),
    ];

    private static readonly Dictionary<string, string> IrregularOrdinals = new(StringComparer.Ordinal)
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth", ["nine"] = "ninth",
        ["twelve"] = "twelfth",
    };

    protected override string PointWord => "point";

    protected override string CentsSeparator => ",";

    protected override IReadOnlyDictionary<string, CurrencyNames> Currencies { get; } = new Dictionary<string, CurrencyNames>
    {
        ["EUR"] = new("euro", "euro", "cent", "cents"),
        ["GBP"] = new("pound sterling", "pounds sterling", "penny", "pence"),
        ["USD"] = new("dollar", "dollars", "cent", "cents"),
    };

    public override string? Ordinal(BigInteger value)
    {
        if (Cardinal(value) is not { } words)
            return null;
        var cut = words.LastIndexOfAny([' ', '-']) + 1;
        var last = words[cut..];
        if (!IrregularOrdinals.TryGetValue(last, out var ordinal))
            ordinal = last.EndsWith('y') ? last[..^1] + "ieth" : last + "th";
        return words[..cut] + ordinal;
    }

    protected override NumberPart Join(NumberPart left, NumberPart right) => (left, right) switch
    {
        _ when left.Value.IsOne && right.Value < 100 => right,
        _ when left.Value < 100 && left.Value > right.Value => new($"{left.Text}-{right.Text}", left.Value + right.Value),
        _ when left.Value >= 100 && right.Value < 100 => new($"{left.Text} and {right.Text}", left.Value + right.Value),
        _ when right.Value > left.Value => new($"{left.Text} {right.Text}", left.Value * right.Value),
        _ => new($"{left.Text}, {right.Text}", left.Value + right.Value),
    };
}
