using System.Text;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Cuts long text into parts that one generation can take. Whole sentences are packed greedily; a sentence longer than the limit is
/// wrapped at white space, a word longer than the limit is cut. Apart from white space at the seams no character is lost.
/// </summary>
public static class SentenceSplitter
{
    private const string Terminators = ".!?…。！？।؟";
    private const string FullWidthTerminators = "。！？।";
    private const string Closers = "\"'”’»)]」）";

    /// <summary>Parts of <paramref name="text"/> for a language's own limit.</summary>
    public static IReadOnlyList<string> Split(string text, string language) => Split(text, XttsLanguages.CharacterLimit(language));

    /// <summary>Parts of at most <paramref name="limit"/> characters; one longer by a space where two sentences were joined.</summary>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return [];
        if (trimmed.Length < limit)
            return [trimmed];
        var parts = new List<string>();
        var current = new StringBuilder();
        foreach (var sentence in Sentences(trimmed))
            Pack(sentence, limit, current, parts);
        Close(current, parts);
        return parts;
    }

    /// <summary>Sentences in order, without the white space between them.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Terminators.Contains(text[i], StringComparison.Ordinal))
                continue;
            var end = i + 1;
            while (end < text.Length && (Terminators.Contains(text[end], StringComparison.Ordinal) || Closers.Contains(text[end], StringComparison.Ordinal)))
                end++;
            if (end < text.Length && !char.IsWhiteSpace(text[end]) && !FullWidthTerminators.Contains(text[i], StringComparison.Ordinal))
                continue;
            if (text[start..end].Trim() is { Length: > 0 } sentence)
                yield return sentence;
            start = end;
            i = end - 1;
        }
        if (text[start..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    private static void Pack(string sentence, int limit, StringBuilder current, List<string> parts)
    {
        if (current.Length > 0 && current.Length + sentence.Length <= limit)
        {
            current.Append(' ').Append(sentence);
            return;
        }
        Close(current, parts);
        if (sentence.Length <= limit)
        {
            current.Append(sentence);
            return;
        }
        var pieces = Wrap(sentence, limit).ToList();
        parts.AddRange(pieces.SkipLast(1));
        current.Append(pieces[^1]);
    }

    private static void Close(StringBuilder current, List<string> parts)
    {
        if (current.Length > 0)
            parts.Add(current.ToString());
        current.Clear();
    }

    private static IEnumerable<string> Wrap(string sentence, int limit)
    {
        var line = new StringBuilder();
        foreach (var word in sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > limit)
            {
                yield return line.ToString();
                line.Clear();
            }
            while (rest.Length > limit)
            {
                // Never between the halves of a surrogate pair.
                var cut = limit > 1 && char.IsHighSurrogate(rest[limit - 1]) ? limit - 1 : limit;
                yield return rest[..cut];
                rest = rest[cut..];
            }
            if (line.Length > 0 && rest.Length > 0)
                line.Append(' ');
            line.Append(rest);
        }
        if (line.Length > 0)
            yield return line.ToString();
    }
}
