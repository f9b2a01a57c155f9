using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Lower case by Unicode's full mapping: letter for letter, except for İ, which keeps its dot as a combining mark, and Σ, which is ς at the
/// end of a word (Unicode chapter 3.13, Final_Sigma).
/// </summary>
internal static class LowerCase
{
    private const string DottedI = "i\u0307";

    /// <summary>Punctuation that stands inside of words (word-break classes MidLetter, MidNumLet and Single_Quote).</summary>
    private const string InnerPunctuation = "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

    public static string Of(string text)
    {
        var lower = text.Replace("İ", DottedI, StringComparison.Ordinal);
        return lower.Contains('Σ') ? WithSigma(lower) : lower.ToLowerInvariant();
    }

    private static string WithSigma(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var lower = new StringBuilder(text.Length);
        for (var i = 0; i < runes.Length; i++)
            lower.Append(runes[i].Value == 'Σ' ? SigmaAt(runes, i) : Rune.ToLowerInvariant(runes[i]).ToString());
        return lower.ToString();
    }

    private static string SigmaAt(Rune[] runes, int index) =>
        NextIsCased(runes, index, -1) && !NextIsCased(runes, index, 1) ? "ς" : "σ";

    private static bool NextIsCased(Rune[] runes, int index, int step)
    {
        do
            index += step;
        while (index >= 0 && index < runes.Length && IsIgnorable(runes[index]));
        return index >= 0 && index < runes.Length && IsCased(runes[index]);
    }

    /// <summary>Cased letters, the ordinal signs, Roman numerals and circled letters.</summary>
    private static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is 'ª' or 'º' or (>= 0x2160 and <= 0x217f) or (>= 0x24b6 and <= 0x24e9);

    private static bool IsIgnorable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter
        or UnicodeCategory.ModifierSymbol || (rune.IsBmp && InnerPunctuation.Contains((char)rune.Value));
}
