using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class PrintedDoubleTests
{
    [Theory]
    [InlineData("0", "0.0")]
    [InlineData("12.50", "12.5")]
    [InlineData("1000", "1000.0")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("0.000015", "1.5e-05")]
    [InlineData("1234567890123456", "1234567890123456.0")]
    [InlineData("10000000000000000", "1e+16")]
    [InlineData("12345678901234567890", "1.2345678901234567e+19")]
    [InlineData("0.1000000000000000055511151231257827", "0.1")]
    public void Read_Number_PrintsItsShortestDecimal(string number, string text) => Assert.Equal(text, PrintedDouble.Read(number)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("-1")]
    public void Read_NotANumber_IsNull(string number) => Assert.Null(PrintedDouble.Read(number));

    [Fact]
    public void Read_NumberBeyondDoubles_IsNull() => Assert.Null(PrintedDouble.Read(new string('9', 400)));

    [Theory]
    [InlineData("12.5", "5")]
    [InlineData("3.05", "05")]
    [InlineData("1.1", "1")]
    [InlineData("0.29", "29")]
    [InlineData("0.000015", "000015")]
    public void FractionDigits_Number_AreItsPlaces(string number, string digits) =>
        Assert.Equal(digits, PrintedDouble.Read(number)?.FractionDigits());
}
