using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Brings text into the form that a model was trained on: lower case, numbers, abbreviations and symbols in words (English; the other
/// languages keep their digits), single spaces.
/// </summary>
public static partial class TextCleaner
{
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public static string Clean(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!XttsLanguages.IsSupported(language))
            _ = XttsLanguages.CharacterLimit(language);
        var cleaned = text.Replace("\"", "", StringComparison.Ordinal);
        if (XttsLanguages.Base(language) == "tr")
            cleaned = cleaned.Replace('İ', 'i');
        cleaned = cleaned.ToLowerInvariant();
        if (XttsLanguages.Base(language) == "en")
            cleaned = EnglishText.ExpandSymbols(EnglishText.ExpandAbbreviations(EnglishNumbers.Expand(cleaned)));
        return WhiteSpace().Replace(cleaned, " ").Trim(' ');
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
