using System.Text;

namespace XttsSaas.Xtts.Text.Chinese;

/// <summary>
/// Chinese characters as numbered pinyin without spaces: 你好 is "ni3hao3", the neutral tone is 5. Text is cut into the longest known
/// phrases from left to right, so that a character with several readings gets the one of its phrase; everything else is kept as it is.
/// </summary>
public static class PinyinTransliterator
{
    /// <summary>Also follows an ideograph whose reading nobody recorded: the models were trained so.</summary>
    private const string NeutralTone = "5";

    /// <summary>The text with each Chinese character replaced by its syllable.</summary>
    public static string Transliterate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = PinyinTable.Instance;
        var pinyin = new StringBuilder(text.Length * 4);
        for (var i = 0; i < text.Length;)
        {
            var (length, reading) = table.LongestPhrase(text.AsSpan(i));
            if (reading is not null)
                pinyin.Append(reading);
            else
                length = AppendCharacters(text.AsSpan(i), Math.Max(length, 1), table, pinyin);
            i += length;
        }
        return pinyin.ToString();
    }

    private static bool IsIdeograph(Rune character) => character.Value is 0x3007 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xE815 and <= 0xE864) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2EBD9) or (>= 0x2F80A and <= 0x2FA1F)
        or (>= 0x30000 and <= 0x32389);

    /// <summary>At least <paramref name="length"/> units, a surrogate pair always whole; returns how many.</summary>
    private static int AppendCharacters(ReadOnlySpan<char> text, int length, PinyinTable table, StringBuilder pinyin)
    {
        var done = 0;
        while (done < length)
        {
            var known = Rune.DecodeFromUtf16(text[done..], out var character, out var units) == System.Buffers.OperationStatus.Done;
            if (known && table.ReadingOf(character) is { } syllable)
                pinyin.Append(syllable);
            else
                pinyin.Append(text.Slice(done, units)).Append(known && IsIdeograph(character) ? NeutralTone : "");
            done += units;
        }
        return done;
    }
}
