using System.Globalization;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Amounts of money in words. Pounds, dollars and euros are tried in this order; the first amount that cannot be said ("$1.2.3", a language
/// without the currency) leaves its currency and those after it as they were.
/// </summary>
internal static class MoneyText
{
    private static readonly (string Currency, Regex Pattern)[] Currencies =
        [("GBP", NumberPatterns.Pounds()), ("USD", NumberPatterns.Dollars()), ("EUR", NumberPatterns.Euros())];

    public static string Expand(string text, string language, INumberWords words)
    {
        foreach (var (currency, pattern) in Currencies)
        {
            var unknown = false;
            var expanded = pattern.Replace(text, match =>
            {
                var spoken = unknown ? null : Spoken(match.Value, currency, language, words);
                unknown |= spoken is null;
                return spoken ?? match.Value;
            });
            if (unknown)
                return text;
            text = expanded;
        }
        return text;
    }

    private static string? Spoken(string match, string currency, string language, INumberWords words)
    {
        var amount = match.Trim('£', '$', '€').Replace(',', '.');
        if (amount.Count(c => c == '.') > 1)
            return null;
        if (amount[0] == '.')
            amount = "0" + amount;
        var spoken = words.Currency(amount, currency);
        return spoken is not null && IsWhole(amount) ? WithoutCents(spoken, language) : spoken;
    }

    private static bool IsWhole(string amount) =>
        double.IsInteger(double.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    /// <summary>
    /// Cuts the words at the last "and" of the language, which is where the zero cents are; where they were left out already
    /// (Portuguese: "vinte e cinco euros"), the cut takes what follows the last "and" of the units.
    /// </summary>
    private static string WithoutCents(string words, string language)
    {
        var cut = words.LastIndexOf(And(language), StringComparison.Ordinal);
        return cut < 0 ? words : words[..cut];
    }

    private static string And(string language) => language switch
    {
        "es" => " con ",
        "fr" => " et ",
        "de" => " und ",
        "pt" or "it" => " e ",
        _ => ", ",
    };
}
