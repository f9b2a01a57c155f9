using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Numbers in words, the way of the reference: thousands separators out → money → decimals → ordinals → the digits that are left. Each stage
/// works on the text that the one before has made. Only the digits 0–9 are numbers.
/// </summary>
internal static class NumberExpander
{
    /// <summary>Runs of more digits are said digit by digit: no language has a name for them.</summary>
    private const int LongestNumber = 700;

    /// <param name="text">Lower-case text.</param>
    /// <param name="language">Base code of a language of <see cref="NumberWords"/>; the numbers of any other stay digits.</param>
    public static string Expand(string text, string language)
    {
        if (NumberWords.For(language) is not { } words)
            return text;
        text = WithoutSeparators(text, language);
        text = MoneyText.Expand(text, language, words);
        if (language != "tr")
            text = NumberPatterns.Decimals().Replace(text, match => DecimalFraction(match.Value, words));
        text = OrdinalSuffixes.For(language).Replace(text, match => Ordinal(match, words));
        return NumberPatterns.Digits().Replace(text, match => Cardinal(match.Value, words));
    }

    private static string WithoutSeparators(string text, string language) => language is "en" or "ru"
        ? NumberPatterns.CommaGrouped().Replace(text, match => match.Value.Replace(",", "", StringComparison.Ordinal))
        : NumberPatterns.DotGrouped().Replace(text, match => match.Value.Replace(".", "", StringComparison.Ordinal));

    /// <summary>A fraction that the language cannot say is said digit by digit behind its point or comma.</summary>
    private static string DecimalFraction(string number, INumberWords words)
    {
        if (words.Decimal(number.Replace(',', '.')) is { } spoken)
            return spoken;
        var point = number.AsSpan().IndexOfAny('.', ',');
        return $"{Cardinal(number[..point], words)}{number[point]} {Spelled(number[(point + 1)..], words)}";
    }

    private static string Ordinal(Match match, INumberWords words) =>
        (Parse(match.Groups[1].Value) is { } value ? words.Ordinal(value) : null) ?? match.Value;

    private static string Cardinal(string digits, INumberWords words) =>
        (Parse(digits) is { } value ? words.Cardinal(value) : null) ?? Spelled(digits, words);

    private static string Spelled(string digits, INumberWords words)
    {
        var names = Enumerable.Range(0, 10).Select(digit => words.Cardinal(digit)).ToArray();
        return string.Join(' ', digits.Select(digit => names[digit - '0']));
    }

    private static BigInteger? Parse(string digits)
    {
        var significant = digits.AsSpan().TrimStart('0');
        return significant.Length > LongestNumber ? null
            : significant.IsEmpty ? BigInteger.Zero : BigInteger.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
