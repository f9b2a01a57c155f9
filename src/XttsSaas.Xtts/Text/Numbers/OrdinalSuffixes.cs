using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>How each language marks digits as an ordinal. The first suffix that fits counts, so "1os" in Spanish is "1o" and an s.</summary>
internal static class OrdinalSuffixes
{
    /// <summary>A point that ends a word.</summary>
    private const string FinalPoint = @"\.(?=[\s\x1c-\x1f]|\z)";

    private static readonly Dictionary<string, Regex> Patterns = new(StringComparer.Ordinal)
    {
        ["en"] = Digits("st|nd|rd|th"),
        ["es"] = Digits("º|ª|er|o|a|os|as"),
        ["fr"] = Digits("º|ª|er|re|e|ème"),
        ["de"] = Digits("st|nd|rd|th|º|ª|" + FinalPoint),
        ["pt"] = Digits("º|ª|o|a|os|as"),
        ["it"] = Digits("º|°|ª|o|a|i|e"),
        ["pl"] = Digits("º|ª|st|nd|rd|th"),
        ["ar"] = Digits("ون|ين|ث|ر|ى"),
        ["cs"] = Digits(FinalPoint),
        ["ru"] = Digits("-й|-я|-е|-ое|-ье|-го"),
        ["nl"] = Digits("de|ste|e"),
        ["tr"] = Digits(@"\.|inci|nci|uncu|üncü"),
        ["hu"] = Digits(@"\.|adik|edik|odik|ödik|ödike|ik"),
        ["ko"] = Digits("번째|번|차|째"),
        ["hi"] = Digits("st|nd|rd|th"),
    };

    /// <summary>Digits with a suffix; group 1 holds the digits.</summary>
    public static Regex For(string language) => Patterns[language];

    private static Regex Digits(string suffixes) => new($"(?<![0-9])(?>([0-9]+))(?:{suffixes})", RegexOptions.CultureInvariant);
}
