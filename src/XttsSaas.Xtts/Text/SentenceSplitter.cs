using System.Text;
using XttsSaas.Xtts.Text.Sentences;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Cuts long text into parts that one generation can take. Whole sentences are packed greedily; a sentence longer than the limit is
/// wrapped at white space, a word longer than the limit is cut. Apart from white space at the seams no character is lost. Lengths count
/// characters: a surrogate pair is one and is never cut. Sentences end where spaCy's rule-based sentencizer ends them.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Parts of <paramref name="text"/> for the language's own limit.</summary>
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public static IReadOnlyList<string> Split(string text, string language) => Split(text, language, XttsLanguages.CharacterLimit(language));

    /// <summary>
    /// Parts of at most <paramref name="limit"/> characters, one more where two sentences were joined by a space. Text shorter than the
    /// limit is one part, without its leading white space; white space alone is no part.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, string language, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (TextWrapper.CountOf(text) < limit)
            return [text.TrimStart()];
        var parts = new List<string>();
        foreach (var sentence in Sentences(text, language))
            Pack(sentence, limit, parts);
        return parts.FindAll(part => !string.IsNullOrWhiteSpace(part));
    }

    /// <summary>
    /// Sentences in order, without the one space between them. A closing quote, and an opening one too, belongs to the sentence before.
    /// </summary>
    public static IEnumerable<string> Sentences(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        var end = 0;
        var ended = false;
        foreach (var token in SentenceTokens.Cut(text, XttsLanguages.Base(language)))
        {
            var (isTerminator, isPunctuation) = Classify(text.AsSpan(token));
            if (ended && !isTerminator && !isPunctuation)
            {
                yield return text[start..end];
                start = token.Start.Value;
                ended = false;
            }
            ended |= isTerminator;
            end = token.End.Value;
        }
        if (end > start)
            yield return text[start..end];
    }

    private static (bool IsTerminator, bool IsPunctuation) Classify(ReadOnlySpan<char> token)
    {
        var only = Rune.DecodeFromUtf16(token, out var first, out var length) == System.Buffers.OperationStatus.Done && length == token.Length;
        foreach (var rune in token.EnumerateRunes())
        {
            if (!SentenceScript.IsPunctuation(rune))
                return (only && SentenceScript.IsTerminator(first), false);
        }
        return (only && SentenceScript.IsTerminator(first), true);
    }

    private static void Pack(string sentence, int limit, List<string> parts)
    {
        var length = TextWrapper.CountOf(sentence);
        var current = parts.Count > 0 ? parts[^1] : "";
        if (TextWrapper.CountOf(current) + length <= limit)
        {
            if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            parts.Add($"{current} {sentence}".TrimStart());
        }
        else if (length > limit)
        {
            parts.AddRange(TextWrapper.Wrap(sentence, limit));
        }
        else
        {
            parts.Add(sentence);
        }
    }
}
