using XttsSaas.Xtts.Text.Sentences;

namespace XttsSaas.Xtts.Tests.Text.Sentences;

public sealed class TextWrapperTests
{
    [Theory]
    [InlineData("alpha beta gamma", 10, "alpha beta|gamma")]
    [InlineData("alpha beta gamma abcdefghijklmnop.", 12, "alpha beta|gamma abcdef|ghijklmnop.")]
    [InlineData("  lead  and\ttab", 8, "  lead|and tab")]
    [InlineData("well-known words", 6, "well-k|nown|words")]
    [InlineData("😀😀😀 😀", 2, "😀😀|😀 |😀")]
    public void Wrap_Text_IsWhatTextwrapGives(string text, int width, string expected)
    {
        var lines = TextWrapper.Wrap(text, width);
        Assert.Equal(expected.Split('|').Select(line => line.TrimEnd()), lines.Select(line => line.TrimEnd()));
    }

    [Fact]
    public void CountOf_SurrogatePair_IsOneCharacter() => Assert.Equal(3, TextWrapper.CountOf("a😀b"));
}
