using System.Text.Json;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class SentenceSplitterTests
{
    private const string Alphabet = "ab .!?é。\"\n漢😀,你。い！हा।다.سلام؟N.1…(«»";

    [Fact]
    public void Split_EveryReferenceCase_GivesTheReferencesParts()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(GoldenPack.PathOf("split_cases.json")));
        foreach (var row in cases.RootElement.GetProperty("rows").EnumerateArray())
        {
            var parts = SentenceSplitter.Split(row.GetProperty("input").GetString()!, row.GetProperty("lang").GetString()!, row.GetProperty("limit").GetInt32());
            Assert.Equal(row.GetProperty("output").EnumerateArray().Select(part => part.GetString()!), parts);
        }
    }

    [Fact]
    public void Split_ShortText_IsOnePartWithoutLeadingSpace() =>
        Assert.Equal(["Hello there. How are you? "], SentenceSplitter.Split(" Hello there. How are you? ", "en"));

    [Fact]
    public void Split_WhiteSpace_IsNoPart() => Assert.Empty(SentenceSplitter.Split(" \n ", "en"));

    [Fact]
    public void Split_Sentences_ArePackedUpToTheLimit() =>
        Assert.Equal(["One two. Three.", "Four five six.", "Seven."], SentenceSplitter.Split("One two. Three. Four five six. Seven.", "en", 15));

    [Fact]
    public void Split_ChineseSentences_NeedNoSpaces() => Assert.Equal(["你好。", "再见！"], SentenceSplitter.Split("你好。再见！", "zh-cn", 4));

    [Theory]
    [InlineData("en", "Pi is 3.14 here. Yes.", "Pi is 3.14 here.|Yes.")]
    [InlineData("en", "He said \"Go!\" Then left.", "He said \"Go!\"|Then left.")]
    [InlineData("en", "Mr. Smith met Dr. Who. Fine.", "Mr. Smith met Dr. Who.|Fine.")]
    [InlineData("en", "Wait... what?! No.", "Wait... what?!|No.")]
    [InlineData("en", "See example.com now. Yes", "See example.com now.|Yes")]
    [InlineData("en", "one.Two", "one.|Two")]
    [InlineData("es", "Hola. ¿Qué tal?", "Hola. ¿|Qué tal?")]
    [InlineData("zh-cn", "圆周率3.14。对吗？对", "圆周率3.14。|对吗？|对")]
    [InlineData("ja", "はい！？そう。", "はい！？|そう。")]
    [InlineData("ko", "안녕하세요. 네.", "안녕하세요.|네.")]
    [InlineData("hi", "हाँ। नहीं।", "हाँ।|नहीं।")]
    [InlineData("ar", "مرحبا. كيف؟ نعم", "مرحبا.|كيف؟|نعم")]
    public void Sentences_EndWhereTheSentencizerEndsThem(string language, string text, string expected) =>
        Assert.Equal(expected.Split('|'), SentenceSplitter.Sentences(text, language));

    [Fact]
    public void Split_RandomText_LosesNoCharacterAndKeepsTheLimit()
    {
        for (ulong round = 0; round < 600; round++)
        {
            var length = (int)(WeightFormula.SplitMix(round, 0) % 200);
            var text = RandomText(round, length);
            var limit = 2 + (int)(WeightFormula.SplitMix(round, 999) % 30);
            var parts = SentenceSplitter.Split(text, XttsLanguages.All[(int)(round % (ulong)XttsLanguages.All.Count)], limit);
            Assert.Equal(WithoutSpace(text), WithoutSpace(string.Concat(parts)));
            Assert.All(parts, part => Assert.InRange(part.EnumerateRunes().Count(), 1, limit + 1));
            Assert.All(parts, part => Assert.DoesNotContain('\uFFFD', string.Concat(part.EnumerateRunes())));
        }
    }

    [Theory]
    [InlineData("!")]
    [InlineData("a.")]
    [InlineData("A.")]
    [InlineData(".")]
    [InlineData("12")]
    public void Split_TenThousandCharactersWithoutSpace_KeepsEveryOne(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000 / unit.Length));
        foreach (var language in XttsLanguages.All)
            Assert.Equal(text, WithoutSpace(string.Concat(SentenceSplitter.Split(text, language))));
    }

    private static string RandomText(ulong round, int length)
    {
        var runes = Alphabet.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(1, length).Select(i => runes[(int)(WeightFormula.SplitMix(round, (ulong)i) % (ulong)runes.Length)]));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
