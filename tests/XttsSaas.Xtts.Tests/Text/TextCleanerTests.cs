using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("In 1,234 cases", "in one thousand, two hundred and thirty-four cases")]
    [InlineData("The 21st of May", "the twenty-first of may")]
    [InlineData("Pi is 3.14", "pi is three point one four")]
    [InlineData("It costs $1 or £2.05", "it costs one dollar or two pounds, five pence")]
    [InlineData("Mr. Jones of 5th St.", "mister jones of fifth saint")]
    [InlineData("50% off", "fifty percent off")]
    [InlineData("a\t\n \"b\"  c", "a b c")]
    [InlineData("1000001", "one million and one")]
    [InlineData("12345678901234567890", "one two three four five six seven eight nine zero one two three four five six seven eight nine zero")]
    public void Clean_English_IsWrittenInWords(string text, string expected) => Assert.Equal(expected, TextCleaner.Clean(text, "en"));
}
