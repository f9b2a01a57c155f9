using XttsSaas.Xtts.Text.Chinese;

namespace XttsSaas.Xtts.Tests.Text.Chinese;

public sealed class ChineseNumbersTests
{
    [Fact]
    public void Expand_EveryFixtureRow_IsTheReferencesText() =>
        Assert.Empty(TextFixtures.Differences("chinese.json", "input", "numbers", ChineseNumbers.Expand));

    [Theory]
    [InlineData("2只猫", "二只猫")]
    [InlineData("200只猫", "两百只猫")]
    [InlineData("12个", "十二个")]
    [InlineData("0012", "零零一二")]
    [InlineData("5元6角", "五元六角")]
    [InlineData("50%", "百分之五十")]
    [InlineData("1/2", "二分之一")]
    [InlineData("第３届", "第三届")]
    [InlineData("B2B", "B2B")]
    [InlineData("", "")]
    public void Expand_Number_IsReadByWhatFollowsIt(string text, string expected) => Assert.Equal(expected, ChineseNumbers.Expand(text));

    [Theory]
    [InlineData("0", "零")]
    [InlineData("10", "十")]
    [InlineData("110", "一百一十")]
    [InlineData("1001", "一千零一")]
    [InlineData("20002", "两万零二")]
    [InlineData("100000000", "一亿")]
    [InlineData("0.5", "零点五")]
    public void Cardinal_DigitString_IsNamed(string number, string expected) => Assert.Equal(expected, ChineseNumerals.Cardinal(number));
}
