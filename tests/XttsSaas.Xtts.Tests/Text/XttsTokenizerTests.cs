using System.Text;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class XttsTokenizerTests
{
    private static readonly XttsTokenizer Mini = XttsTokenizer.Parse(MiniVocabulary.ToJson());

    [Fact]
    public void Encode_EnglishSentence_StartsWithTheTagAndKnowsEveryCharacter()
    {
        var ids = Mini.Encode("Dr. Smith paid $5.20 for 3 apples & left!", "en");
        Assert.DoesNotContain(Mini.UnknownId, ids);
        Assert.DoesNotContain(Mini.StopId, ids);
        Assert.Equal("doctor smith paid five dollars, twenty cents for three apples and left!", Mini.Decode(ids));
    }

    [Theory]
    [InlineData("de", "Größe, Übermut und 42 Äpfel")]
    [InlineData("pl", "Zażółć gęślą jaźń")]
    [InlineData("ru", "Съешь ещё этих мягких булок")]
    [InlineData("ar", "صباح الخير")]
    [InlineData("hi", "नमस्ते दुनिया।")]
    [InlineData("tr", "İstanbul'da ılık")]
    [InlineData("hu", "árvíztűrő tükörfúrógép")]
    [InlineData("cs", "příliš žluťoučký kůň")]
    public void Decode_OfEncode_IsTheCleanedText(string language, string text)
    {
        var ids = Mini.Encode(text, language);
        Assert.DoesNotContain(Mini.UnknownId, ids);
        Assert.Equal(TextCleaner.Clean(text, language), Mini.Decode(ids));
    }

    [Fact]
    public void Encode_ControlTokensInText_AreSpokenNotObeyed()
    {
        var ids = Mini.EncodeCleaned("a[STOP]b", "en");
        Assert.DoesNotContain(Mini.StopId, ids);
    }

    [Fact]
    public void Encode_MergesByRank_LeftmostFirst()
    {
        const string json = """
            { "added_tokens": [ { "id": 0, "content": "[STOP]" } ],
              "model": { "type": "BPE", "vocab": { "[UNK]": 1, "[SPACE]": 2, "[en]": 3, "a": 4, "b": 5, "ab": 6, "aab": 7, "[START]": 8 },
                         "merges": [ "a b", ["a", "ab"] ] } }
            """;
        var tokenizer = XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(9, tokenizer.VocabularySize);
        Assert.Equal(8, tokenizer.StartId);
        Assert.Equal([3, 7, 2, 6, 4, 1], tokenizer.EncodeCleaned("aab aba!", "en"));
    }

    [Fact]
    public void Encode_PairListedTwice_HasItsLastRank()
    {
        const string json = """
            { "added_tokens": [ { "id": 0, "content": "[STOP]" } ],
              "model": { "type": "BPE", "vocab": { "[UNK]": 1, "[SPACE]": 2, "[en]": 3, "a": 4, "b": 5, "c": 6, "ab": 7, "bc": 8, "[START]": 9 },
                         "merges": [ "a b", "b c", "a b" ] } }
            """;
        Assert.Equal([3, 4, 8], XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json)).EncodeCleaned("abc", "en"));
    }

    [Fact]
    public void EncodeLikeReference_TextThatSpellsAToken_IsThatToken()
    {
        Assert.Equal(Mini.EncodeCleaned("a b", "en"), Mini.EncodeLikeReference("a b", "en"));
        Assert.Contains(Mini.StopId, Mini.EncodeLikeReference("a[STOP]b", "en"));
    }

    [Fact]
    public void EncodeLikeReference_TagNotInTheVocabulary_IsSpelledOut()
    {
        const string json = """
            { "added_tokens": [ { "id": 0, "content": "[STOP]" } ],
              "model": { "type": "BPE", "vocab": { "[UNK]": 1, "[SPACE]": 2, "k": 3, "o": 4, "ko": 5, "[START]": 6, "!": 7 }, "merges": [ "k o" ] } }
            """;
        var tokenizer = XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal([1, 5, 1, 7], tokenizer.EncodeLikeReference("!", "ko"));
        Assert.Contains("[ko]", Assert.Throws<ArgumentException>(() => tokenizer.EncodeCleaned("!", "ko")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_MergeOfNoToken_IsRefused()
    {
        const string json = """
            { "model": { "type": "BPE", "vocab": { "[STOP]": 0, "[UNK]": 1, "[SPACE]": 2, "[START]": 3, "a": 4 }, "merges": [ "a a" ] } }
            """;
        Assert.Contains("'aa'", Assert.Throws<ModelFormatException>(() => XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_OfEncodeForRandomKnownText_IsThatText()
    {
        const string known = "abcxyzäöüßçğışőřžéñабвщэюя0123456789.,!?-'«»¿¡صباحनमस्ते।。，！？：；、「」";
        for (ulong round = 0; round < 300; round++)
        {
            var length = 1 + (int)(WeightFormula.SplitMix(round, 0) % 60);
            var text = string.Concat(Enumerable.Range(1, length).Select(i => WeightFormula.SplitMix(round, (ulong)i) is var draw && draw % 7 == 0 ? ' ' : known[(int)(draw % (ulong)known.Length)]));
            var ids = Mini.EncodeCleaned(text, XttsLanguages.All[(int)(round % 17)]);
            Assert.DoesNotContain(Mini.UnknownId, ids);
            Assert.Equal(text, Mini.Decode(ids));
        }
    }

    [Fact]
    public void Encode_WordOfTenThousandLetters_MergesAllOfThem()
    {
        const string json = """
            { "model": { "type": "BPE", "vocab": { "[STOP]": 0, "[UNK]": 1, "[SPACE]": 2, "[START]": 3, "[en]": 4, "a": 5, "aa": 6, "aaaa": 7 },
                         "merges": [ "a a", "aa aa" ] } }
            """;
        var ids = XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json)).EncodeCleaned(new string('a', 10_003), "en");
        Assert.Equal([4, .. Enumerable.Repeat(7, 2_500), 6, 5], ids);
    }

    [Fact]
    public void Encode_UnknownLanguage_IsRefused() => Assert.Throws<ArgumentException>(() => Mini.Encode("hello", "xx"));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"model\":{\"type\":\"WordPiece\"}}")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{},\"merges\":[]}}")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":-1},\"merges\":[]}}")]
    public void Parse_NotAVocabulary_IsRefused(string json) =>
        Assert.Throws<ModelFormatException>(() => XttsTokenizer.Parse(Encoding.UTF8.GetBytes(json)));
}
