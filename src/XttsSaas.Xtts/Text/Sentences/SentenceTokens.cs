using System.Text;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Sentences;

/// <summary>
/// Text as the tokens that decide where a sentence ends: marks are taken off both ends of each word, so that the full stop of "end."
/// is a token and the one of "3.14" is not. Chinese and Japanese, written without spaces, count each character.
/// </summary>
internal static partial class SentenceTokens
{
    /// <summary>Web addresses keep their full stops. Not backtracking: the text comes from outside.</summary>
    private static readonly Regex Address = new(
        @"^(?:[\w+\-.]{2,}://)?(?:\S+@)?(?:[A-Za-z0-9\u00a1-\uffff](?:[A-Za-z0-9\u00a1-\uffff_-]*[A-Za-z0-9\u00a1-\uffff])?\.)+[\p{Ll}\p{Lo}\p{M}]{2,63}(?::[0-9]{2,5})?(?:[/?#]\S*)?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Tokens in order; white space is a token only where it is more than the one space after a token.</summary>
    public static List<Range> Cut(string text, string language)
    {
        var tokens = new List<Range>();
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            var space = char.IsWhiteSpace(text[start]);
            while (end < text.Length && char.IsWhiteSpace(text[end]) == space)
                end++;
            if (space)
                tokens.Add(start..end);
            else if (language is "zh" or "ja")
                CutCharacters(text, start, end, tokens);
            else
                CutWord(text, start, end, language, tokens);
            start = end < text.Length && !space && text[end] == ' ' ? end + 1 : end;
        }
        return tokens;
    }

    private static void CutCharacters(string text, int start, int end, List<Range> tokens)
    {
        for (var i = start; i < end;)
        {
            // A number with a point, and dots in a row, stay whole.
            var insideWord = i > start && char.IsAsciiLetterOrDigit(text[i]) && char.IsAsciiLetterOrDigit(text[i - 1]);
            var length = !insideWord && Dotted().Match(text, i, end - i) is { Success: true } dotted ? dotted.Length : RuneAt(text, i).Utf16SequenceLength;
            tokens.Add(i..(i + length));
            i += length;
        }
    }

    private static void CutWord(string text, int start, int end, string language, List<Range> tokens)
    {
        var suffixes = new Stack<Range>();
        while (start < end && !Abbreviations.Contains(text.AsSpan(start, end - start), language))
        {
            var prefix = PrefixLength(text, start, end);
            if (prefix > 0)
            {
                tokens.Add(start..(start + prefix));
                start += prefix;
                if (Abbreviations.Contains(text.AsSpan(start, end - start), language))
                    break;
            }
            var suffix = SuffixLength(text, start, end, language);
            if (suffix > 0)
                suffixes.Push((end - suffix)..end);
            end -= suffix;
            if (prefix + suffix == 0)
                break;
        }
        if (start < end)
            CutInside(text, start, end, language, tokens);
        tokens.AddRange(suffixes);
    }

    private static void CutInside(string text, int start, int end, string language, List<Range> tokens)
    {
        var from = start;
        var word = text.AsSpan(start, end - start);
        if (!Abbreviations.Contains(word, language) && !(word.Contains('.') && Address.IsMatch(word)))
        {
            for (var i = start; i < end;)
            {
                var length = InfixLength(text, start, i, end, language);
                if (length > 0 && i > start)
                {
                    if (from < i)
                        tokens.Add(from..i);
                    tokens.Add(i..(i + length));
                    from = i + length;
                }
                i += Math.Max(length, RuneAt(text, i).Utf16SequenceLength);
            }
        }
        if (from < end)
            tokens.Add(from..end);
    }

    private static int PrefixLength(string text, int start, int end)
    {
        var first = RuneAt(text, start);
        if (first.Value == '.')
            return DotsFrom(text, start, end) is var dots and > 1 ? dots : 0;
        if (first.Value == '+')
            return start + 1 < end && char.IsAsciiDigit(text[start + 1]) ? 0 : 1;
        return SentenceScript.IsPrefix(first) ? first.Utf16SequenceLength : 0;
    }

    private static int SuffixLength(string text, int start, int end, string language)
    {
        if (start >= end)
            return 0;
        var last = RuneBefore(text, end);
        if (last.Value != '.')
            return SentenceScript.IsSuffix(last) ? last.Utf16SequenceLength : 0;
        var dots = end;
        while (dots > start && text[dots - 1] == '.')
            dots--;
        if (end - dots > 1)
            return end - dots;
        if (dots == start)
            return 0;
        var before = RuneBefore(text, dots);
        if (language != "ar" && SentenceScript.MayPrecedeFullStop(before, language))
            return 1;
        if (dots - before.Utf16SequenceLength <= start)
            return 0;
        var beforeThat = RuneBefore(text, dots - before.Utf16SequenceLength);
        var isTemperature = language != "ar" && beforeThat.Value == '°' && (before.Value is 'F' or 'C' or 'K');
        return isTemperature || (SentenceScript.IsUpper(before) && SentenceScript.IsUpper(beforeThat)) ? 1 : 0;
    }

    private static int InfixLength(string text, int start, int at, int end, string language)
    {
        var rune = RuneAt(text, at);
        if (rune.Value == '…' || SentenceScript.IsIcon(rune))
            return rune.Utf16SequenceLength;
        if (rune.Value != '.')
            return 0;
        var dots = DotsFrom(text, at, end);
        if (dots > 1)
            return dots;
        if (at == start || at + 1 >= end)
            return 0;
        var (before, after) = (RuneBefore(text, at), RuneAt(text, at + 1));
        return (SentenceScript.IsLower(before) || SentenceScript.IsQuote(before, language))
            && (SentenceScript.IsUpper(after) || SentenceScript.IsQuote(after, language)) ? 1 : 0;
    }

    private static int DotsFrom(string text, int at, int end)
    {
        var last = at;
        while (last < end && text[last] == '.')
            last++;
        return last - at;
    }

    /// <summary>Half a surrogate pair counts as the replacement character, one unit long.</summary>
    private static Rune RuneAt(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static Rune RuneBefore(string text, int end)
    {
        Rune.DecodeLastFromUtf16(text.AsSpan(0, end), out var rune, out _);
        return rune;
    }

    [GeneratedRegex(@"\G(?:[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)+|\.{2,})")]
    private static partial Regex Dotted();
}
