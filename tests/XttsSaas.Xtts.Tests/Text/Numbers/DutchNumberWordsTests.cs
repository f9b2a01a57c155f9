using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class DutchNumberWordsTests
{
    public static TheoryData<string, string, string> Rows => NumberRows.Of("nl");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Say_RowOfTheLibrary_IsTheSame(string kind, string input, string output) =>
        NumberRows.AssertSays(new DutchNumberWords(), kind, input, output);
}
