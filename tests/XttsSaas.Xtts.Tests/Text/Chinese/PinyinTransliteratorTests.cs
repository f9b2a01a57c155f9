using XttsSaas.Xtts.Text.Chinese;

namespace XttsSaas.Xtts.Tests.Text.Chinese;

public sealed class PinyinTransliteratorTests
{
    [Fact]
    public void Transliterate_EveryFixtureRow_IsTheReferencesText()
    {
        var plain = TextFixtures.Differences("chinese.json", "numbers", "pinyin", PinyinTransliterator.Transliterate);
        // Rows with symbols were cleaned between the two stages.
        var cleaned = TextFixtures.Rows("chinese.json").Where(row => row.ContainsKey("cleaned") && row["cleaned"] != row["numbers"]).Select(row => row["numbers"]);
        Assert.Empty(plain.Where(difference => !cleaned.Any(row => difference.StartsWith(row, StringComparison.Ordinal))));
        Assert.Empty(TextFixtures.Differences("chinese.json", "cleaned", "pinyin", PinyinTransliterator.Transliterate));
    }

    [Theory]
    [InlineData("银行", "yin2hang2")]
    [InlineData("行走", "xing2zou3")]
    [InlineData("妈妈的", "ma1ma5de5")]
    [InlineData("女", "nv3")]
    [InlineData("abc, 😀", "abc, 😀")]
    [InlineData("𠮷", "𠮷5")]
    [InlineData("", "")]
    public void Transliterate_Text_TakesTheLongestPhrase(string text, string expected) => Assert.Equal(expected, PinyinTransliterator.Transliterate(text));

    [Fact]
    public void Transliterate_LoneSurrogate_IsKept() => Assert.Equal("ni3\ud842hao3", PinyinTransliterator.Transliterate("你\ud842好"));
}
