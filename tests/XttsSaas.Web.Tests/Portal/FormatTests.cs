using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Tests.Portal;

public sealed class FormatTests
{
    [Theory]
    [InlineData(4.24, "4.2 s")]
    [InlineData(59.2, "59 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7_800, "2 h 10 min")]
    [InlineData(7_200_000, "2,000 h 00 min")]
    public void Duration_OfSeconds_UsesTheFittingUnits(double seconds, string expected) => Assert.Equal(expected, Format.Duration(seconds));

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(61, "2 min")]
    public void Remaining_OfSeconds_RoundsUp(double seconds, string expected) => Assert.Equal(expected, Format.Remaining(seconds));

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(200L << 20, "200 MiB")]
    [InlineData(1_600_000, "1.5 MiB")]
    public void Bytes_OfASize_UsesTheFittingUnit(double bytes, string expected) => Assert.Equal(expected, Format.Bytes(bytes));
}
