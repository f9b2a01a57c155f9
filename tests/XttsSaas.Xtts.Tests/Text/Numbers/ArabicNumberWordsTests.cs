using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class ArabicNumberWordsTests
{
    public static TheoryData<string, string, string> Rows => NumberRows.Of("ar");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Say_RowOfTheLibrary_IsTheSame(string kind, string input, string output) =>
        NumberRows.AssertSays(new ArabicNumberWords(), kind, input, output);

    [Fact]
    public void Ordinal_Zero_IsEmpty() => Assert.Equal("", new ArabicNumberWords().Ordinal(0));

    [Fact]
    public void Decimal_LessThanAHundredth_IsEmpty() => Assert.Equal("", new ArabicNumberWords().Decimal("0.001"));
}
