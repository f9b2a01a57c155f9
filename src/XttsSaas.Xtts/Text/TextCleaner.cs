using XttsSaas.Xtts.Text.Chinese;
using XttsSaas.Xtts.Text.Japanese;
using XttsSaas.Xtts.Text.Korean;
using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Brings text into the form that a model was trained on: lower case → numbers → abbreviations → symbols in words → single spaces, the same
/// way as the reference implementation of XTTS v2, its quirks included.
/// </summary>
public static class TextCleaner
{
    /// <exception cref="ArgumentException">The language is none of the 17, or Japanese where its dictionary is not installed.</exception>
    public static string Clean(string text, string language) => Stages(text, language).Spoken;

    /// <summary>Cleans a text and keeps what every stage made of it. Japanese has one stage only: it is romanised as it is.</summary>
    /// <exception cref="ArgumentException">The language is none of the 17, or Japanese where its dictionary is not installed.</exception>
    public static CleanedText Stages(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!XttsLanguages.IsSupported(language))
            _ = XttsLanguages.CharacterLimit(language);
        var code = XttsLanguages.Base(language);
        if (code == "ja")
            return CleanedText.Whole(JapaneseRomanizer.Romanize(text));
        var lower = Lower(text.Replace("\"", "", StringComparison.Ordinal), code);
        var numbers = ExpandNumbers(lower, code);
        var abbreviations = Abbreviations.Expand(numbers, code);
        var symbols = Symbols.Expand(abbreviations, code);
        var cleaned = WhiteSpace.Collapse(symbols);
        return new(lower, numbers, abbreviations, symbols, cleaned, Romanise(cleaned, code));
    }

    private static string Lower(string text, string code) =>
        LowerCase.Of(code == "tr" ? text.Replace('İ', 'i') : text);

    private static string ExpandNumbers(string text, string code) =>
        code == "zh" ? ChineseNumbers.Expand(text) : NumberExpander.Expand(text, code);

    /// <summary>Languages of other scripts that the model reads in Latin letters.</summary>
    private static string Romanise(string text, string code) => code switch
    {
        "zh" => PinyinTransliterator.Transliterate(text),
        "ko" => HangulRomanizer.Romanize(text),
        _ => text,
    };
}
