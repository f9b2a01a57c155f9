using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class TurkishNumberWordsTests
{
    public static TheoryData<string, string, string> Rows => NumberRows.Of("tr");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Say_RowOfTheLibrary_IsTheSame(string kind, string input, string output) =>
        NumberRows.AssertSays(new TurkishNumberWords(), kind, input, output);

    [Fact]
    public void Cardinal_NumberThatNoDoubleHolds_IsEmpty() => Assert.Equal("", new TurkishNumberWords().Cardinal((1L << 53) + 1));
}
