using XttsSaas.Xtts.Text.Korean;

namespace XttsSaas.Xtts.Tests.Text.Korean;

public sealed class HangulRomanizerTests
{
    [Fact]
    public void Romanize_EveryFixtureRow_IsTheReferencesText() =>
        Assert.Empty(TextFixtures.Differences("korean.json", "input", "romanized", HangulRomanizer.Romanize));

    [Theory]
    [InlineData("안녕", "annyeong")]
    [InlineData("값이", "gabs-i")]
    [InlineData("날씨", "nal-ssi")]
    [InlineData("a가1", "aga1")]
    [InlineData("ㄱㅏ", "ㄱㅏ")]
    [InlineData("", "")]
    public void Romanize_Syllables_AreMarkedWhereTheBoundaryIsAmbiguous(string text, string expected) =>
        Assert.Equal(expected, HangulRomanizer.Romanize(text));
}
