using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class RussianNumberWordsTests
{
    public static TheoryData<string, string, string> Rows => NumberRows.Of("ru");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Say_RowOfTheLibrary_IsTheSame(string kind, string input, string output) =>
        NumberRows.AssertSays(new RussianNumberWords(), kind, input, output);
}
