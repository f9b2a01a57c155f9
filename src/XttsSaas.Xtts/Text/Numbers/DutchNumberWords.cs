using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Dutch: everything is there (dollars, euros, pounds, always in the singular); decimals digit by digit after "komma".</summary>
internal sealed class DutchNumberWords : INumberWords
{
    private static readonly BigInteger Million = BigInteger.Pow(10, 6);
    private static readonly BigInteger Limit = BigInteger.Pow(10, LatinScales.Highest + 3);

    private static readonly string[] Small =
    [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
        "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ];

    private static readonly string[] Tens =
        ["", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

    private static readonly LatinScales Scales = new(
        ["m", "b", "tr", "quadr", "quint", "sext", "sept", "okt", "non"],
        ["", "un", "duo", "tre", "quattuor", "quin", "sex", "sept", "okto", "novem"],
        ["dez", "vigint", "trigint", "quadragint", "quinquagint", "sexagint", "septuagint", "oktogint", "nonagint"],
        "zend",
        "iljoen",
        "iljard");

    /// <summary>The first ending that fits is exchanged before the final e.</summary>
    private static readonly (string Cardinal, string Ordinal)[] Endings =
    [
        ("nul", "nuld"), ("één", "eerst"), ("twee", "tweed"), ("drie", "derd"), ("vier", "vierd"), ("vijf", "vijfd"), ("zes", "zesd"),
        ("zeven", "zevend"), ("acht", "achtst"), ("negen", "negend"), ("tien", "tiend"), ("elf", "elfd"), ("twaalf", "twaalfd"),
        ("ig", "igst"), ("erd", "erdst"), ("end", "endst"), ("joen", "joenst"), ("rd", "rdst"),
    ];

    public string? Cardinal(BigInteger value) => value < Limit ? Words(value) : null;

    public string? Decimal(string number) => DigitFraction.Say(number, "komma", Cardinal);

    public string? Currency(string amount, string currency) => MoneyAmount.Say(amount, Names(currency), Cardinal, (_, forms) => forms[0]);

    public string? Ordinal(BigInteger value)
    {
        if (Cardinal(value) is not { } words)
            return null;
        foreach (var (cardinal, ordinal) in Endings)
        {
            if (words.EndsWith(cardinal, StringComparison.Ordinal))
                return $"{words[..^cardinal.Length]}{ordinal}e";
        }
        return words + "e";
    }

    private static string Words(BigInteger value)
    {
        if (value < 100)
            return BelowHundred((int)value);
        if (value < Million)
            return value < 1000 ? Joined(value, 100, "honderd") : Joined(value, 1000, "duizend");
        var power = LatinScales.PowerIn(value);
        var (count, rest) = BigInteger.DivRem(value, BigInteger.Pow(10, power));
        var head = $"{(count.IsOne ? "een" : Words(count))} {Scales.Name(power)}";
        return rest.IsZero ? head : $"{head} {Words(rest)}";
    }

    private static string Joined(BigInteger value, int scale, string name)
    {
        var (count, rest) = (value / scale, value % scale);
        return (count.IsOne ? "" : Words(count)) + name + (rest.IsZero ? "" : Words(rest));
    }

    private static string BelowHundred(int value)
    {
        if (value < 20)
            return Small[value];
        var (ten, unit) = (Tens[value / 10], value % 10);
        if (unit == 0)
            return ten;
        var word = unit == 1 ? "een" : Small[unit];
        return word + (word.EndsWith('e') ? "ën" : "en") + ten;
    }

    private static (string[] Units, string[] Cents)? Names(string currency) => currency switch
    {
        "EUR" => (["euro"], ["cent"]),
        "GBP" => (["pond"], ["penny"]),
        "USD" => (["dollar"], ["cent"]),
        _ => null,
    };
}
