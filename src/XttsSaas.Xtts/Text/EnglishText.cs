using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text;

/// <summary>English abbreviations and symbols in words. Input is lower case.</summary>
internal static partial class EnglishText
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["mrs"] = "misess", ["mr"] = "mister", ["dr"] = "doctor", ["st"] = "saint", ["co"] = "company", ["jr"] = "junior",
        ["maj"] = "major", ["gen"] = "general", ["drs"] = "doctors", ["rev"] = "reverend", ["lt"] = "lieutenant", ["hon"] = "honorable",
        ["sgt"] = "sergeant", ["capt"] = "captain", ["esq"] = "esquire", ["ltd"] = "limited", ["col"] = "colonel", ["ft"] = "fort",
    };

    private static readonly Dictionary<char, string> Symbols = new()
    {
        ['&'] = "and", ['@'] = "at", ['%'] = "percent", ['#'] = "hash", ['$'] = "dollar", ['£'] = "pound", ['°'] = "degree",
    };

    public static string ExpandAbbreviations(string text) =>
        Abbreviation().Replace(text, match => Abbreviations[match.Groups[1].Value]);

    public static string ExpandSymbols(string text) =>
        Symbol().Replace(text, match => $" {Symbols[match.Value[0]]} ");

    [GeneratedRegex(@"\b(mrs|mr|drs|dr|st|co|jr|maj|gen|rev|lt|hon|sgt|capt|esq|ltd|col|ft)\.")]
    private static partial Regex Abbreviation();

    [GeneratedRegex("[&@%#$£°]")]
    private static partial Regex Symbol();
}
