using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Polish: no pounds; the fraction of a decimal is one number. No ordinal of 0, of a multiple of 10^12, nor of a round thousand whose
/// last group has hundreds before 1 to 19 or a round ten (105000, 120000; but 121000).
/// </summary>
internal sealed class PolishNumberWords : INumberWords
{
    private static readonly string[] Hundreds =
        ["", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"];

    private static readonly string[] ScaleStems = ["mi", "bi", "try", "kwadry", "kwinty", "seksty", "septy", "okty", "nony", "decy"];

    private static readonly string[] ScaleEndings = ["lion", "liard"];

    private static readonly WestSlavicCardinal Words = new(
        [
            "zero", "jeden", "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć", "jedenaście", "dwanaście",
            "trzynaście", "czternaście", "piętnaście", "szesnaście", "siedemnaście", "osiemnaście", "dziewiętnaście",
        ],
        [
            "", "", "dwadzieścia", "trzydzieści", "czterdzieści", "pięćdziesiąt", "sześćdziesiąt", "siedemdziesiąt", "osiemdziesiąt",
            "dziewięćdziesiąt",
        ],
        Hundreds,
        [["tysiąc", "tysiące", "tysięcy"], .. Scales()]);

    private static readonly string[] SmallOrdinals =
    [
        "", "pierwszy", "drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy", "dziewiąty", "dziesiąty", "jedenasty",
        "dwunasty", "trzynasty", "czternasty", "piętnasty", "szesnasty", "siedemnasty", "osiemnasty", "dziewiętnasty",
    ];

    private static readonly string[] TensOrdinals =
    [
        "", "", "dwudziesty", "trzydziesty", "czterdziesty", "pięćdziesiąty", "sześćdziesiąty", "siedemdziesiąty", "osiemdziesiąty",
        "dziewięćdziesiąty",
    ];

    private static readonly string[] HundredsOrdinals =
    [
        "", "setny", "dwusetny", "trzysetny", "czterysetny", "pięćsetny", "sześćsetny", "siedemsetny", "osiemsetny", "dziewięćsetny",
    ];

    private static readonly string[] SmallPrefixes =
    [
        "", "", "dwu", "trzy", "cztero", "pięcio", "sześcio", "siedmio", "ośmio", "dziewięcio", "dziesięcio", "jedenasto", "dwunasto",
        "trzynasto", "czternasto", "piętnasto", "szesnasto", "siedemnasto", "osiemnasto", "dziewiętnasto",
    ];

    private static readonly string[] TensPrefixes =
    [
        "", "", "dwudziesto", "trzydiesto", "czterdziesto", "pięćdziesięcio", "sześćdziesięcio", "siedemdziesięcio", "osiemdziesięcio",
        "dziewięćdziesięcio",
    ];

    private static readonly string[] HundredsPrefixes =
        ["", "stu", "dwustu", "trzystu", "czterystu", "pięcset", "sześćset", "siedemset", "ośiemset", "dziewięćset"];

    private static readonly string[] ScaleOrdinals = ["", "tysięczny", "milionowy", "milairdowy"];

    public string? Cardinal(BigInteger value) => Words.Say(value);

    public string? Decimal(string number) => Words.SayDecimal(number, "przecinek");

    public string? Currency(string amount, string currency) =>
        MoneyAmount.Say(amount, Names(currency), Words.Say, WestSlavicCardinal.Plural);

    /// <summary>The last group that is not zero becomes ordinal, or a prefix of its scale's ordinal; all before it stays a cardinal.</summary>
    public string? Ordinal(BigInteger value)
    {
        var groups = Triplets.Of(value);
        var scale = groups.Reverse().TakeWhile(group => group == 0).Count();
        if (value.IsZero || scale >= ScaleOrdinals.Length)
            return null;
        var last = groups[^(scale + 1)];
        if ((scale == 0 ? Group(last) : Prefix(last)) is not { } words)
            return null;
        var before = value - (last * BigInteger.Pow(1000, scale));
        if (!before.IsZero)
        {
            if (Words.Say(before) is not { } cardinal)
                return null;
            words = words.Length == 0 ? cardinal + " " : $"{cardinal} {words}";
        }
        return words + ScaleOrdinals[scale];
    }

    private static string Group(int group)
    {
        var (hundreds, rest) = (group / 100, group % 100);
        if (rest == 0)
            return HundredsOrdinals[hundreds];
        var head = hundreds > 0 ? Hundreds[hundreds] + " " : "";
        if (rest < 20)
            return head + SmallOrdinals[rest];
        return head + TensOrdinals[rest / 10] + (rest % 10 == 0 ? "" : " " + SmallOrdinals[rest % 10]);
    }

    private static string? Prefix(int group) => (group / 100, group % 100) switch
    {
        (var hundreds, 0) => HundredsPrefixes[hundreds],
        (_, > 20 and var rest) when rest % 10 != 0 => Group(group),
        ( > 0, _) => null,
        (_, < 20 and var rest) => SmallPrefixes[rest],
        (_, var rest) => TensPrefixes[rest / 10],
    };

    private static (string[] Units, string[] Cents)? Names(string currency) => currency switch
    {
        "EUR" => (["euro", "euro", "euro"], ["cent", "centy", "centów"]),
        "USD" => (["dolar amerykański", "dolary amerykańskie", "dolarów amerykańskich"], ["cent", "centy", "centów"]),
        _ => null,
    };

    /// <summary>10^6 to 10^63: every stem with two endings.</summary>
    private static IEnumerable<string[]> Scales() =>
        from stem in ScaleStems
        from ending in ScaleEndings
        let name = stem + ending
        select new[] { name, name + "y", name + "ów" };
}
