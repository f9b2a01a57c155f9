using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Tests.Portal;

public sealed class DailyBarsTests
{
    private static readonly DateOnly First = new(2026, 11, 1);

    [Fact]
    public void Of_DaysWithGaps_HasABarForEveryDay()
    {
        var days = new[]
        {
            new UsageDay(First, UsageKind.SpeechCharacters, 50, 1, 1),
            new UsageDay(First.AddDays(2), UsageKind.SpeechCharacters, 200, 1, 1),
            new UsageDay(First.AddDays(1), UsageKind.TrainingSeconds, 999, 1, 0),
        };
        var bars = DailyBars.Of(days, UsageKind.SpeechCharacters, First, First.AddDays(3));
        Assert.Equal([25.0, 0.0, 100.0], bars.Days.Select(bar => bar.Height));
        Assert.Equal(250, bars.Total);
        Assert.Equal(200, bars.Highest);
    }

    [Fact]
    public void Of_NoUse_HasFlatBars()
    {
        var bars = DailyBars.Of([], UsageKind.SpeechCharacters, First, First.AddDays(2));
        Assert.All(bars.Days, bar => Assert.Equal(0, bar.Height));
    }
}
