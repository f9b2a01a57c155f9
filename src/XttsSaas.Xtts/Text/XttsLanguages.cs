using XttsSaas.Xtts.Text.Sentences;

namespace XttsSaas.Xtts.Text;

/// <summary>The 17 languages of XTTS v2 and how many characters one generation takes in each.</summary>
public static class XttsLanguages
{
    private static readonly Dictionary<string, int> Limits = new(StringComparer.Ordinal)
    {
        ["en"] = 250, ["es"] = 239, ["fr"] = 273, ["de"] = 253, ["it"] = 213, ["pt"] = 203, ["pl"] = 224, ["tr"] = 226, ["ru"] = 182,
        ["nl"] = 251, ["cs"] = 186, ["ar"] = 166, ["zh"] = 82, ["ja"] = 71, ["hu"] = 224, ["ko"] = 95, ["hi"] = 150,
    };

    /// <summary>Language codes as an official configuration lists them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["en", "es", "fr", "de", "it", "pt", "pl", "tr", "ru", "nl", "cs", "ar", "zh-cn", "hu", "ko", "ja", "hi"];

    /// <summary>The part before the region: "zh-cn" is "zh", "en-US" is "en".</summary>
    public static string Base(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-', 2)[0].ToLowerInvariant();
    }

    public static bool IsSupported(string language) => Limits.ContainsKey(Base(language));

    /// <summary>Characters that one generation takes; longer text is split.</summary>
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public static int CharacterLimit(string language) => Limits.TryGetValue(Base(language), out var limit) ? limit : throw Unsupported(language);

    /// <summary>
    /// Whether one generation may cut <paramref name="text"/> short, because it has more characters than the language's limit. It is still
    /// spoken; <see cref="SentenceSplitter"/> cuts it into parts that are not.
    /// </summary>
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public static bool ExceedsLimit(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TextWrapper.CountOf(text) > CharacterLimit(language);
    }

    /// <summary>The language's token in a vocabulary: "[en]", for Chinese "[zh-cn]".</summary>
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public static string Tag(string language) => Base(language) switch
    {
        "zh" => "[zh-cn]",
        var code when Limits.ContainsKey(code) => $"[{code}]",
        _ => throw Unsupported(language),
    };

    private static ArgumentException Unsupported(string language) =>
        new($"Language '{language}' is not supported; choose one of {string.Join(", ", All)}.", nameof(language));
}
