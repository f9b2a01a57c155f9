using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

public sealed class MoneyAmountTests
{
    [Theory]
    [InlineData("20", 20, 0)]
    [InlineData("20.5", 20, 50)]
    [InlineData("0.999", 1, 0)]
    [InlineData("0.125", 0, 13)]
    [InlineData("1.005", 1, 0)]
    [InlineData("2.675", 2, 67)]
    [InlineData(".5", 0, 50)]
    public void Read_Amount_IsRoundedHalfUpAtItsBinaryValue(string amount, int units, int cents) =>
        Assert.Equal(new MoneyAmount(units, cents), MoneyAmount.Read(amount));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("200000000000000000000000000")]
    public void Read_NoNumberOrTooLarge_IsNull(string amount) => Assert.Null(MoneyAmount.Read(amount));
}
