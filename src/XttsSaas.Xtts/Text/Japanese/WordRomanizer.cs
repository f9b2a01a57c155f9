using System.Globalization;
using XttsSaas.Xtts.Text.Japanese.Mecab;

namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>
/// The words of MeCab and IPADIC in Latin letters. IPADIC cuts longer words than the dictionary that the models were trained with, and
/// has no foreign spellings; <see cref="RomajiLexicon"/> makes up for both.
/// </summary>
internal static class WordRomanizer
{
    private const string Digits = "0123456789一二三四五六七八九十百千万億何数";
    private const int LongestCompound = 5;

    /// <summary>Words that the lexicon knows as one are joined; the others stay one by one.</summary>
    public static List<RomanizedWord> Romanize(List<MecabWord> words, RomajiLexicon lexicon)
    {
        var romanized = new List<RomanizedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (Compound(words, i, lexicon) is { } compound)
            {
                romanized.Add(compound.Word);
                i += compound.Count - 1;
                continue;
            }
            var previous = romanized.Count > 0 ? romanized[^1].Surface : "";
            var (romaji, kind) = One(words[i], previous, lexicon);
            romanized.Add(new RomanizedWord(words[i].Surface, words[i].SpaceBefore, romaji, kind));
        }
        return romanized;
    }

    private static (RomanizedWord Word, int Count)? Compound(List<MecabWord> words, int start, RomajiLexicon lexicon)
    {
        (RomanizedWord, int)? longest = null;
        var surface = words[start].Surface;
        if (!IsNominal(words[start]) && !(words[start].PartOfSpeech == "記号" && Hepburn.Punctuation(surface).Length == 0))
            return null;
        for (var i = start + 1; i < words.Count && i < start + LongestCompound; i++)
        {
            if (words[i].SpaceBefore || (!IsNominal(words[i]) && words[i].Surface != "々"))
                break;
            surface += words[i].Surface;
            if (lexicon.Find(surface) is { } romaji)
                longest = (new RomanizedWord(surface, words[start].SpaceBefore, romaji, WordKind.Plain), i - start + 1);
        }
        return longest;
    }

    private static (string Romaji, WordKind Kind) One(in MecabWord word, string previous, RomajiLexicon lexicon)
    {
        if (word.Surface.All(char.IsAsciiDigit))
            return (word.Surface, WordKind.Plain);
        if (word.Surface is not ("%" or "$") && word.Surface.All(character => char.IsPunctuation(character) || char.IsSymbol(character)))
            return (Hepburn.Punctuation(word.Surface), WordKind.Punctuation);
        if (word.Surface.All(char.IsAscii))
            return (word.Surface, WordKind.Plain);
        if (word.PartOfSpeech == "記号")
            return ("", WordKind.Punctuation);
        if (word.PartOfSpeech == "助詞")
            return ParticleOf(word, lexicon);
        if (previous.Length > 0 && previous.All(character => Digits.Contains(character, StringComparison.Ordinal))
            && lexicon.Find(RomajiLexicon.Counter, word.Surface) is { } counter)
            return Attached(counter);
        if (word.PartOfSpeech == "名詞" && word.Category == "接尾")
            return SuffixOf(word, lexicon);
        if (IsNominal(word) && lexicon.Find(word.Surface) is { } noun)
            return (noun, KindOf(word, previous));
        if (word.Reading is null)
            return (Unknown(word.Surface, lexicon), WordKind.Plain);
        var inflected = word.PartOfSpeech is "動詞" or "形容詞" ? lexicon.Find(RomajiLexicon.Inflected, word.Surface) : null;
        return (inflected ?? Hepburn.Romanize(word.Reading), KindOf(word, previous));
    }

    private static (string Romaji, WordKind Kind) ParticleOf(in MecabWord word, RomajiLexicon lexicon)
    {
        var conjunctive = word.Category == "接続助詞";
        if (lexicon.Find(conjunctive ? RomajiLexicon.Conjunctive : RomajiLexicon.Particle, word.Surface) is { } known)
            return Attached(known);
        var romaji = word.Pronunciation switch { "ワ" => "wa", "エ" => "e", _ => Hepburn.Romanize(word.Reading ?? word.Surface) };
        return (romaji, conjunctive ? WordKind.Suffix : WordKind.Plain);
    }

    private static (string Romaji, WordKind Kind) SuffixOf(in MecabWord word, RomajiLexicon lexicon)
    {
        var reading = Hepburn.Romanize(word.Reading ?? word.Surface);
        if (word.SubCategory == "助動詞語幹")
            return (reading, WordKind.Plain);
        var known = lexicon.Find(RomajiLexicon.Suffix, word.Surface) ?? lexicon.Find(RomajiLexicon.Counter, word.Surface);
        return known is null ? (reading, WordKind.Suffix) : Attached(known);
    }

    private static (string Romaji, WordKind Kind) Attached(string entry) =>
        entry[0] == ' ' ? (entry[1..], WordKind.Plain) : (entry, WordKind.Suffix);

    private static string Unknown(string surface, RomajiLexicon lexicon)
    {
        if (Hepburn.IsKana(surface))
            return lexicon.FindCompound(surface) ?? Hepburn.Romanize(surface);
        return new string('?', new StringInfo(surface).LengthInTextElements);
    }

    private static WordKind KindOf(in MecabWord word, string previous) => word.PartOfSpeech switch
    {
        "接頭詞" => WordKind.Prefix,
        "動詞" when word.Category == "接尾" => WordKind.Auxiliary,
        // Contractions of いる, しまう and おく.
        "動詞" when word.Category == "非自立" && word.BaseForm is "てる" or "でる" or "ちゃう" or "じゃう" or "ちまう" or "とく" or "どく" => WordKind.Auxiliary,
        "助動詞" when word.BaseForm == "ない" && previous.EndsWith('く') => WordKind.Inflected,
        "助動詞" => WordKind.Auxiliary,
        "動詞" or "形容詞" => WordKind.Inflected,
        _ => WordKind.Plain,
    };

    private static bool IsNominal(in MecabWord word) => word.PartOfSpeech is "名詞" or "副詞" or "連体詞" or "接続詞" or "感動詞" or "接頭詞";
}
