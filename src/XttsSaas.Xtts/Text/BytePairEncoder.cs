using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Byte-pair encoding of text without spaces: words and runs of punctuation are cut apart, each starts as single characters, and the
/// adjacent pair of the lowest rank is merged, leftmost first, until none is left. A character outside the vocabulary is one unknown id.
/// A word of n characters takes n log n steps.
/// </summary>
internal sealed class BytePairEncoder
{
    private const int None = -1;

    private readonly IReadOnlyDictionary<string, int> _ids;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges = [];
    private readonly int _unknownId;

    /// <exception cref="ModelFormatException">A merge has parts or a result that are no tokens.</exception>
    public BytePairEncoder(VocabularyFile vocabulary, int unknownId)
    {
        _ids = vocabulary.Ids;
        _unknownId = unknownId;
        foreach (var ((left, right), rank) in vocabulary.MergeRanks)
            _merges[(Token(left), Token(right))] = (rank, Token(left + right));
    }

    /// <summary>Appends the ids of <paramref name="text"/>.</summary>
    public void Encode(ReadOnlySpan<char> text, List<int> ids)
    {
        var start = 0;
        var kind = Kind.Space;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
            var next = KindOf(rune);
            if (next != kind)
            {
                EncodeWord(text[start..i], kind, ids);
                (start, kind) = (i, next);
            }
            i += length;
        }
        EncodeWord(text[start..], kind, ids);
    }

    private void EncodeWord(ReadOnlySpan<char> word, Kind kind, List<int> ids)
    {
        if (kind == Kind.Space)
            return;
        var symbols = Symbols(word);
        var candidates = new PriorityQueue<(int Position, int Left, int Right), (int Rank, int Position)>();
        for (var i = 0; i + 1 < symbols.Length; i++)
            Consider(i);
        while (candidates.TryDequeue(out var candidate, out _))
        {
            var (position, left, right) = candidate;
            var next = symbols[position].Next;
            // Either neighbour may have been merged since.
            if (symbols[position].Id != left || next == None || symbols[next].Id != right)
                continue;
            var after = symbols[next].Next;
            symbols[position] = symbols[position] with { Id = _merges[(left, right)].Merged, Next = after };
            symbols[next] = new Symbol(None, None, None);
            if (after != None)
                symbols[after] = symbols[after] with { Previous = position };
            Consider(symbols[position].Previous);
            Consider(position);
        }
        for (var i = 0; i != None; i = symbols[i].Next)
            ids.Add(symbols[i].Id);

        void Consider(int position)
        {
            if (position == None || symbols[position].Next == None)
                return;
            var (left, right) = (symbols[position].Id, symbols[symbols[position].Next].Id);
            if (_merges.TryGetValue((left, right), out var merge))
                candidates.Enqueue((position, left, right), (merge.Rank, position));
        }
    }

    private Symbol[] Symbols(ReadOnlySpan<char> word)
    {
        var symbols = new List<Symbol>(word.Length);
        while (!word.IsEmpty)
        {
            Rune.DecodeFromUtf16(word, out _, out var length);
            var id = _ids.GetValueOrDefault(word[..length].ToString(), _unknownId);
            word = word[length..];
            symbols.Add(new Symbol(id, symbols.Count - 1, word.IsEmpty ? None : symbols.Count + 1));
        }
        return [.. symbols];
    }

    private int Token(string token) => _ids.TryGetValue(token, out var id) ? id
        : throw new ModelFormatException($"vocab.json has a merge with '{token}', which is no token of it.");

    /// <summary>The class <c>\w</c> of regular expressions over Unicode (UTS 18, annex C), white space, or anything else.</summary>
    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when Rune.IsWhiteSpace(rune) => Kind.Space,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation => Kind.Word,
        _ when IsOtherWordCharacter(rune.Value) => Kind.Word,
        _ => Kind.Punctuation,
    };

    /// <summary>Joiners inside words, and letters in circles and squares.</summary>
    private static bool IsOtherWordCharacter(int code) => code is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149)
        or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    private readonly record struct Symbol(int Id, int Previous, int Next);

    private enum Kind
    {
        Space,
        Word,
        Punctuation,
    }
}
