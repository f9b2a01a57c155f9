using System.Text;
using XttsSaas.Xtts.Text.Japanese.Mecab;

namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>
/// Japanese in Latin letters, word by word: 私は東京へ行きます is "watakushi wa tokyo e ikimasu". Loan words take their foreign spelling.
/// Words come from MeCab with the IPADIC dictionary, found on the system at the first use. Thread-safe.
/// </summary>
public static class JapaneseRomanizer
{
    /// <summary>Characters of one call; MeCab's memory grows with them.</summary>
    public const int MaxLength = 20_000;

    private static readonly Lock Opening = new();
    private static MecabTagger? _tagger;

    /// <summary>Why Japanese cannot be read on this machine, or null when it can.</summary>
    public static string? Unavailable
    {
        get
        {
            try
            {
                _ = Tagger;
                return null;
            }
            catch (ArgumentException error)
            {
                return error.Message;
            }
        }
    }

    /// <summary>Opened once; after a failure the next call tries again, the dictionary may be installed while the program runs.</summary>
    private static MecabTagger Tagger
    {
        get
        {
            lock (Opening)
                return _tagger ??= MecabTagger.Open();
        }
    }

    /// <summary>The text in lower-case Latin letters and ASCII punctuation; a character without a known reading becomes "?".</summary>
    /// <exception cref="ArgumentException">Longer than <see cref="MaxLength"/>, or MeCab or its dictionary is not installed.</exception>
    public static string Romanize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
            throw new ArgumentException($"Japanese text has {text.Length} characters; at most {MaxLength} are read at a time.", nameof(text));
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var words = Tagger.Cut(JapaneseNormalization.Normalize(text));
        return Join(WordRomanizer.Romanize(words, RomajiLexicon.Instance)).ToLowerInvariant();
    }

    private static string Join(List<RomanizedWord> words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            RomanizedWord? next = i + 1 < words.Count ? words[i + 1] : null;
            var word = words[i];
            if (word.Romaji.Length > 0 && text.Length > 0 && text[^1] == Hepburn.Doubling)
                text[^1] = word.Romaji[0];
            if (OpensBracket(word))
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
            text.Append(word.Romaji);
            if (next is { } following && NeedsSpace(word, following))
                text.Append(' ');
        }
        return text.Replace(Hepburn.Doubling.ToString(), "").ToString().Trim();
    }

    /// <summary>Also a mark that is not spoken: it parts the words around it.</summary>
    private static bool OpensBracket(in RomanizedWord word) => word.Surface is "「" or "『" || word.Romaji is "" or "(" or "[" or "([";

    private static bool NeedsSpace(in RomanizedWord word, in RomanizedWord next)
    {
        if (OpensBracket(word) || word.Romaji == "/")
            return false;
        if (word.Surface.All(char.IsAscii) && next.Surface.All(char.IsAscii))
            return next.SpaceBefore;
        if (word.Kind == WordKind.Prefix || next.Kind is WordKind.Punctuation or WordKind.Suffix)
            return false;
        return !(word.Kind is WordKind.Inflected or WordKind.Auxiliary && next.Kind == WordKind.Auxiliary && next.Surface != "です");
    }
}
