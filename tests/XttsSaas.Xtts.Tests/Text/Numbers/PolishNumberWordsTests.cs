using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class PolishNumberWordsTests
{
    public static TheoryData<string, string, string> Rows => NumberRows.Of("pl");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Say_RowOfTheLibrary_IsTheSame(string kind, string input, string output) =>
        NumberRows.AssertSays(new PolishNumberWords(), kind, input, output);
}
