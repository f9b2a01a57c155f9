using System.Text;

namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>Kana in the Latin letters of the Hepburn system, long vowels written out: トーキョー is "tookyoo", トウキョウ "toukyou".</summary>
internal static class Hepburn
{
    /// <summary>A doubling at the end of a word is kept for the word after it.</summary>
    public const char Doubling = 'っ';

    private const string SmallKana = "ゃゅょぁぃぅぇぉ";
    private const string Vowels = "あいうえおっ";
    private const string VowelsAndY = "あいうえおやゆよ";
    private const char LongVowel = 'ー';
    private const char Moraic = 'ん';

    private static readonly Dictionary<string, string> Letters = Parse(
        "あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo "
        + "たta ちchi つtsu てte とto だda ぢzi づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo "
        + "ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をwo んn ゑwe ゐwi ゔvu ヷva ヸvi "
        + "ヹve ヺvo ゃya ゅyu ょyo ぁa ぃi ぅu ぇe ぉo ゕka ゖke ヶga ゎwa ㇰk ㇱshi ㇲsu ㇳto ㇴnu ㇵha ㇶhi ㇷfu ㇸhe ㇹho ㇺmu ㇻra ㇼri ㇽru "
        + "ㇾre ㇿro ー- 。. 、, ？? ！! 「\" 」\" 『\" 』\" ：: （( ）) 《( 》) 【[ 】] ・/ ，,");

    private static readonly Dictionary<string, string> Digraphs = new(StringComparer.Ordinal)
    {
        ["しゃ"] = "sha", ["しゅ"] = "shu", ["しょ"] = "sho", ["じゃ"] = "ja", ["じゅ"] = "ju", ["じょ"] = "jo",
        ["ちゃ"] = "cha", ["ちゅ"] = "chu", ["ちょ"] = "cho",
    };

    /// <summary>The letters of a kana word, hiragana or katakana; characters that are neither are left out.</summary>
    public static string Romanize(string kana)
    {
        var text = new StringBuilder(kana.Length * 2);
        for (var i = 0; i < kana.Length; i++)
            Append(i > 0 ? Hiragana(kana[i - 1]) : null, Hiragana(kana[i]), i + 1 < kana.Length ? Hiragana(kana[i + 1]) : null, text);
        return text.ToString();
    }

    /// <summary>The Latin punctuation of a Japanese mark, empty for a mark that is not spoken.</summary>
    public static string Punctuation(string marks) =>
        string.Concat(marks.Select(mark => char.IsAscii(mark) ? mark.ToString() : Letters.GetValueOrDefault(mark.ToString(), "")));

    /// <summary>Whether a word is written in kana alone.</summary>
    public static bool IsKana(string word) => word.All(character => character is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or LongVowel or 'ヽ' or 'ヾ' or 'ゝ' or 'ゞ');

    private static void Append(char? previous, char current, char? next, StringBuilder text)
    {
        if (previous is { } before && Digraphs.TryGetValue($"{before}{current}", out var digraph))
            text.Append(digraph);
        else if (next is { } after && Digraphs.ContainsKey($"{current}{after}"))
            return;
        else if (next is { } small && SmallKana.Contains(small, StringComparison.Ordinal))
            text.Append(current == Doubling ? "" : WithoutVowel(LettersOf(current)) + LettersOf(small));
        else if (SmallKana.Contains(current, StringComparison.Ordinal))
            return;
        else if (current == LongVowel)
            text.Append(previous is { } vowel && LettersOf(vowel) is [.., var last] ? last : '-');
        else if (current == Doubling)
            AppendDoubling(next, text);
        else
            text.Append(LettersOf(current)).Append(current == Moraic && next is { } follower && VowelsAndY.Contains(follower, StringComparison.Ordinal) ? "'" : "");
    }

    private static void AppendDoubling(char? next, StringBuilder text) => text.Append(next switch
    {
        null => Doubling,
        'ち' => 't',
        { } vowel when Vowels.Contains(vowel, StringComparison.Ordinal) => '-',
        { } follower => LettersOf(follower) is [var first, ..] ? first : '-',
    });

    private static string LettersOf(char kana) => Letters.GetValueOrDefault(kana.ToString(), "");

    private static string WithoutVowel(string letters) => letters.Length > 0 ? letters[..^1] : letters;

    private static char Hiragana(char kana) => kana is (>= 'ァ' and <= 'ヶ') or 'ヽ' or 'ヾ' ? (char)(kana - 0x60) : kana;

    private static Dictionary<string, string> Parse(string table) =>
        table.Split(' ').ToDictionary(entry => entry[..1], entry => entry[1..], StringComparer.Ordinal);
}
