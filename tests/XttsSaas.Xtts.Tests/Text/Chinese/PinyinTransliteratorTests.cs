using XttsSaas.Xtts.Text.Chinese;

namespace XttsSaas.Xtts.Tests.Text.Chinese;

public sealed class PinyinTransliteratorTests
{
    [Fact]
    public void Transliterate_EveryFixtureRow_IsTheReferencesText() =>
        Assert.Empty(TextFixtures.Differences("chinese.json", "cleaned", "pinyin", PinyinTransliterator.Transliterate));

    [Theory]
    [InlineData("银行", "yin2hang2")]
    [InlineData("行走", "xing2zou3")]
    [InlineData("怎么样的", "zen3me5yang4de5")]
    [InlineData("女", "nv3")]
    [InlineData("abc, 😀", "abc, 😀")]
    [InlineData("𠮷", "𠮷5")]
    [InlineData("", "")]
    public void Transliterate_Text_TakesTheLongestPhrase(string text, string expected) => Assert.Equal(expected, PinyinTransliterator.Transliterate(text));

    [Fact]
    public void Transliterate_LoneSurrogate_IsKept() => Assert.Equal("ni3\ud842hao3", PinyinTransliterator.Transliterate("你\ud842好"));
}
