using XttsSaas.Xtts.Text.Japanese;

namespace XttsSaas.Xtts.Tests.Text.Japanese;

public sealed class HepburnTests
{
    [Theory]
    [InlineData("きょう", "kyou")]
    [InlineData("シャシン", "shashin")]
    [InlineData("がっこう", "gakkou")]
    [InlineData("まっちゃ", "matcha")]
    [InlineData("カツカレー", "katsukaree")]
    [InlineData("ファイル", "fairu")]
    [InlineData("ティー", "tii")]
    [InlineData("しんよう", "shin'you")]
    [InlineData("こんにちは", "konnichiha")]
    [InlineData("ヴァイオリン", "vaiorin")]
    [InlineData("行っ", "っ")]
    [InlineData("ー", "-")]
    public void Romanize_Kana_IsHepburn(string kana, string expected) => Assert.Equal(expected, Hepburn.Romanize(kana));
}
