using System.Globalization;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text;

/// <summary>English numbers in words: amounts of money, decimals, ordinals, cardinals. Input is lower case.</summary>
internal static partial class EnglishNumbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Value, string Name)[] Scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand")];

    public static string Expand(string text)
    {
        text = Grouped().Replace(text, match => match.Value.Replace(",", "", StringComparison.Ordinal));
        text = Money().Replace(text, ExpandMoney);
        text = DecimalNumber().Replace(text, match => $"{Digits(match.Groups[1].Value)} point {Spell(match.Groups[2].Value)}");
        text = OrdinalNumber().Replace(text, match => Ordinal(Digits(match.Groups[1].Value)));
        return Run().Replace(text, match => Digits(match.Value));
    }

    /// <summary>"one thousand, two hundred and five" as num2words writes it.</summary>
    public static string Cardinal(long value)
    {
        if (value < 20)
            return Small[value];
        if (value < 100)
            return value % 10 == 0 ? Tens[value / 10] : $"{Tens[value / 10]}-{Small[value % 10]}";
        if (value < 1000)
            return value % 100 == 0 ? $"{Small[value / 100]} hundred" : $"{Small[value / 100]} hundred and {Cardinal(value % 100)}";
        var (scale, name) = Scales.First(entry => value >= entry.Value);
        var rest = value % scale;
        var head = $"{Cardinal(value / scale)} {name}";
        return rest == 0 ? head : rest < 100 ? $"{head} and {Cardinal(rest)}" : $"{head}, {Cardinal(rest)}";
    }

    private static string ExpandMoney(Match match)
    {
        var (unit, units, cent) = match.Groups[1].Value switch
        {
            "$" => ("dollar", "dollars", "cent"),
            "€" => ("euro", "euro", "cent"),
            _ => ("pound", "pounds", "penny"),
        };
        var whole = match.Groups[2].Value;
        var words = $"{Digits(whole)} {(whole == "1" ? unit : units)}";
        var fraction = match.Groups[3].Value;
        if (fraction.Length == 0 || fraction.All(digit => digit == '0'))
            return words;
        var cents = long.Parse(fraction.PadRight(2, '0')[..2], CultureInfo.InvariantCulture);
        var centName = cents == 1 ? cent : cent == "penny" ? "pence" : cent + "s";
        return $"{words}, {Cardinal(cents)} {centName}";
    }

    private static string Ordinal(string words)
    {
        var cut = Math.Max(words.LastIndexOf(' '), words.LastIndexOf('-')) + 1;
        var last = words[cut..];
        return words[..cut] + last switch
        {
            "one" => "first",
            "two" => "second",
            "three" => "third",
            "five" => "fifth",
            "eight" => "eighth",
            "nine" => "ninth",
            "twelve" => "twelfth",
            _ when last.EndsWith('y') => last[..^1] + "ieth",
            _ => last + "th",
        };
    }

    /// <summary>A digit run in words; a run too long for a number is read digit by digit.</summary>
    private static string Digits(string digits) =>
        digits.TrimStart('0').Length <= 15 ? Cardinal(long.Parse(digits, CultureInfo.InvariantCulture)) : Spell(digits);

    private static string Spell(string digits) => string.Join(' ', digits.Select(digit => Small[digit - '0']));

    [GeneratedRegex(@"\b[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?\b")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"([$€£])([0-9]+)(?:\.([0-9]+))?")]
    private static partial Regex Money();

    [GeneratedRegex(@"([0-9]+)\.([0-9]+)")]
    private static partial Regex DecimalNumber();

    [GeneratedRegex(@"([0-9]+)(?:st|nd|rd|th)\b")]
    private static partial Regex OrdinalNumber();

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Run();
}
