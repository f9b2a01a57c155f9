using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>
/// Brings variants of one character together before words are looked up: full-width letters and signs become ASCII, half-width kana
/// become full-width. The part of Unicode's NFKC that Japanese text needs; the runtime has no NFKC without ICU.
/// </summary>
internal static class JapaneseNormalization
{
    private const string HalfWidthKana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string Voiceable = "カキクケコサシスセソタチツテトハヒフヘホかきくけこさしすせそたちつてとはひふへほ";
    private const string SemiVoiceable = "ハヒフヘホはひふへほ";

    private static readonly Dictionary<char, string> Variants = new()
    {
        ['　'] = " ", ['”'] = "\"", ['’'] = "'", ['‘'] = "`", ['￥'] = "¥", ['…'] = "...", ['‥'] = "..", ['℃'] = "°C", ['№'] = "No",
        ['㎏'] = "kg", ['㎎'] = "mg", ['㎜'] = "mm", ['㎝'] = "cm", ['㎞'] = "km", ['㎡'] = "m2", ['㈱'] = "(株)", ['½'] = "1/2", ['²'] = "2", ['³'] = "3",
    };

    public static string Normalize(string text)
    {
        var normalized = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is 'ﾞ' or '\u3099' && TryVoice(normalized, Voiceable, 1))
                continue;
            if (character is 'ﾟ' or '\u309A' && TryVoice(normalized, SemiVoiceable, 2))
                continue;
            if (Variants.TryGetValue(character, out var variant))
                normalized.Append(variant);
            else
                normalized.Append(character switch
                {
                    >= '！' and <= '～' => (char)(character - '！' + '!'),
                    >= '｡' and <= 'ﾝ' => HalfWidthKana[character - '｡'],
                    >= '①' and <= '⑨' => (char)(character - '①' + '1'),
                    _ when char.GetUnicodeCategory(character) == UnicodeCategory.Control => ' ',
                    _ => character,
                });
        }
        return normalized.ToString();
    }

    /// <summary>The voiced kana follows the plain one in Unicode, the half-voiced one comes next; ウ has its voiced form apart.</summary>
    private static bool TryVoice(StringBuilder text, string plain, int distance)
    {
        if (text.Length == 0)
            return false;
        var last = text[^1];
        if (last is 'ウ' or 'う' && distance == 1)
            text[^1] = last == 'ウ' ? 'ヴ' : 'ゔ';
        else if (plain.Contains(last, StringComparison.Ordinal))
            text[^1] = (char)(last + distance);
        else
            return false;
        return true;
    }
}
