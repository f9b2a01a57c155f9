using System.Collections.Frozen;

namespace XttsSaas.Domain.Languages;

/// <summary>The languages of XTTS v2, by the codes of its tokenizer.</summary>
public static class SpokenLanguages
{
    private static readonly FrozenSet<string> Codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "en", "es", "fr", "de", "it", "pt", "pl", "tr", "ru", "nl", "cs", "ar", "zh-cn", "hu", "ko", "ja", "hi");

    /// <summary>All codes in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = Codes.Order(StringComparer.Ordinal).ToArray();

    public static Result Check(string? language) => language is not null && Codes.Contains(language)
        ? Result.Success
        : new Error(ErrorCode.LanguageNotSupported, $"Language must be one of {string.Join(", ", All)}.", "language");
}
