using XttsSaas.Domain.Quotas;

namespace XttsSaas.Domain.Tests.Quotas;

public sealed class BillingPeriodTests
{
    [Theory]
    [InlineData("2026-01-31T23:59:59Z", "2026-01-01", "2026-02-01")]
    [InlineData("2026-12-01T00:00:00Z", "2026-12-01", "2027-01-01")]
    [InlineData("2026-03-01T01:00:00+02:00", "2026-02-01", "2026-03-01")]
    public void Of_Moment_IsItsUtcMonth(string moment, string start, string end)
    {
        var period = BillingPeriod.Of(DateTimeOffset.Parse(moment));

        Assert.Equal((start, end), ($"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}"));
        Assert.True(period.Contains(DateTimeOffset.Parse(moment)));
        Assert.False(period.Contains(period.End));
    }
}
