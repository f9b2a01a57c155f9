using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Italian: "ventuno", "ventitré", "un milione e duemila"; up to 65 digits.</summary>
internal sealed class ItalianNumberWords : INumberWords
{
    private const int DigitLimit = 65;

    private static readonly string[] Small =
    [
        "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
        "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove",
    ];

    private static readonly string[] Tens =
        ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

    private static readonly string[] SmallOrdinals =
    [
        "zero", "primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono", "decimo", "undicesimo",
        "dodicesimo", "tredicesimo", "quattordicesimo", "quindicesimo", "sedicesimo", "diciassettesimo", "diciottesimo",
        "diciannovesimo",
    ];

    private static readonly string[] ScalePrefixes = ["", "m", "b", "tr", "quadr", "quint", "sest", "sett", "ott", "nov", "dec"];

    private static readonly Dictionary<string, CurrencyNames> Currencies = new()
    {
        ["EUR"] = new("euro", "euro", "centesimo", "centesimi"),
        ["GBP"] = new("sterlina", "sterline", "penny", "penny"),
        ["USD"] = new("dollaro", "dollari", "centesimo", "centesimi"),
    };

    public string? Cardinal(BigInteger value) =>
        value.ToString(CultureInfo.InvariantCulture) is { Length: <= DigitLimit } digits ? InWords(value, digits) : null;

    public string? Ordinal(BigInteger value)
    {
        if (value < SmallOrdinals.Length)
            return SmallOrdinals[(int)value];
        if (Cardinal(value) is not { } words)
            return null;
        var isTeen = value % 100 is var rest && rest > 10 && rest < 20;
        var unit = isTeen ? 0 : (int)(value % 10);
        if (unit == 6)
            return words + "esimo";
        var stem = words[..^1];
        if (unit == 3)
            return stem + "eesimo";
        return stem + (stem.EndsWith("mil", StringComparison.Ordinal) ? "lesimo" : "esimo");
    }

    /// <summary>A whole number keeps its fraction: "12.0" is "dodici virgola zero".</summary>
    public string? Decimal(string number)
    {
        if (PrintedDouble.Read(number)?.Sides is not var (whole, fraction))
            return null;
        return Accented($"{Cardinal(whole)} virgola {string.Join(' ', fraction.Select(digit => Small[digit - '0']))}");
    }

    public string? Currency(string amount, string currency)
    {
        if (!Currencies.TryGetValue(currency, out var names) || MoneyAmount.Read(amount) is not { } money)
            return null;
        var units = Cardinal(money.Units);
        if (currency == "GBP" && units == "uno")
            units = "una";
        var unitName = money.Units.IsOne ? names.Unit : names.Units;
        var centName = money.Cents == 1 ? names.Cent : names.Cents;
        return $"{units} {unitName} e {Cardinal(money.Cents)} {centName}".Replace("uno", "un", StringComparison.Ordinal);
    }

    private static string InWords(BigInteger value, string digits) => Accented((int)BigInteger.Min(value, 1_000_000) switch
    {
        < 20 and var small => Small[small],
        < 100 and var small => Contracted(Tens[small / 10] + Rest(small % 10)),
        < 1000 and var small => Contracted((small < 200 ? "" : Small[small / 100]) + "cento" + Rest(small % 100)),
        < 1_000_000 and var small => (small < 2000 ? "mille" : InWords(small / 1000) + "mila") + Rest(small % 1000),
        _ => Large(digits),
    });

    private static string InWords(BigInteger value) => InWords(value, value.ToString(CultureInfo.InvariantCulture));

    private static string Rest(int value) => value == 0 ? "" : InWords(value);

    /// <summary>"duecento miliardi e …": the leading one to three digits and the name of their scale, then the rest.</summary>
    private static string Large(string digits)
    {
        var lead = (digits.Length - 1) % 3 + 1;
        var zeros = digits.Length - lead;
        var scale = ScalePrefixes[zeros / 6] + (zeros % 6 == 0 ? "ilione" : "iliardo");
        var count = digits[..lead];
        var head = count == "1" ? "un " + scale : $"{InWords(BigInteger.Parse(count, CultureInfo.InvariantCulture))} {scale[..^1]}i";
        var rest = BigInteger.Parse(digits[lead..], CultureInfo.InvariantCulture);
        if (rest.IsZero)
            return head;
        var tail = InWords(rest);
        return tail.Contains(" e ", StringComparison.Ordinal) ? $"{head}, {tail}" : $"{head} e {tail}";
    }

    /// <summary>Two vowels that meet become one: "trentauno" is "trentuno".</summary>
    private static string Contracted(string words) => words
        .Replace("oo", "o", StringComparison.Ordinal)
        .Replace("ao", "o", StringComparison.Ordinal)
        .Replace("io", "o", StringComparison.Ordinal)
        .Replace("au", "u", StringComparison.Ordinal)
        .Replace("iu", "u", StringComparison.Ordinal);

    /// <summary>A compound word that ends in "tre" takes an accent there, and nowhere else.</summary>
    private static string Accented(string words) => string.Join(' ', words.Split(' ').Select(AccentedWord));

    private static string AccentedWord(string word)
    {
        var plain = word.Replace("tré", "tre", StringComparison.Ordinal);
        return plain.Length > 3 && word.EndsWith("tre", StringComparison.Ordinal) ? plain[..^1] + "é" : plain;
    }
}
