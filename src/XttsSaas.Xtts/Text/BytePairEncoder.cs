using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Byte-pair encoding of text without spaces: words and runs of punctuation are cut apart, each starts as single characters, and the
/// adjacent pair of the lowest rank is merged, leftmost first, until none is left. A character outside the vocabulary is one unknown id.
/// </summary>
internal sealed class BytePairEncoder(VocabularyFile vocabulary, int unknownId)
{
    /// <summary>Appends the ids of <paramref name="text"/>.</summary>
    public void Encode(string text, List<int> ids)
    {
        var start = 0;
        var kind = Kind.Space;
        for (var i = 0; i <= text.Length;)
        {
            var rune = i < text.Length ? RuneAt(text, i) : new Rune(' ');
            var next = i < text.Length ? KindOf(rune) : Kind.Space;
            if (next != kind)
            {
                if (kind != Kind.Space)
                    EncodeWord(text[start..i], ids);
                (start, kind) = (i, next);
            }
            i += i < text.Length ? rune.Utf16SequenceLength : 1;
        }
    }

    private void EncodeWord(string word, List<int> ids)
    {
        var symbols = new List<string>();
        for (var i = 0; i < word.Length;)
        {
            var length = RuneAt(word, i).Utf16SequenceLength;
            symbols.Add(word.Substring(i, length));
            i += length;
        }
        while (BestMerge(symbols) is { } position)
        {
            symbols[position] += symbols[position + 1];
            symbols.RemoveAt(position + 1);
        }
        foreach (var symbol in symbols)
            ids.Add(vocabulary.Ids.GetValueOrDefault(symbol, unknownId));
    }

    private int? BestMerge(List<string> symbols)
    {
        int? best = null;
        var bestRank = int.MaxValue;
        for (var i = 0; i + 1 < symbols.Count; i++)
        {
            if (vocabulary.MergeRanks.TryGetValue((symbols[i], symbols[i + 1]), out var rank) && rank < bestRank)
                (best, bestRank) = (i, rank);
        }
        return best;
    }

    /// <summary>A lone surrogate counts as the replacement character, one unit long.</summary>
    private static Rune RuneAt(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when Rune.IsWhiteSpace(rune) => Kind.Space,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation => Kind.Word,
        _ => Kind.Punctuation,
    };

    private enum Kind
    {
        Space,
        Word,
        Punctuation,
    }
}
