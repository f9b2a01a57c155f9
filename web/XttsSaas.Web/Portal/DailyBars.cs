using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Portal;

/// <summary>A kind of use per day over a period, as the heights of a bar chart: 0 to 100 of the highest day.</summary>
public sealed record DailyBars(IReadOnlyList<DailyBar> Days, long Highest, long Total)
{
    private const double FullHeight = 100;

    /// <summary>One bar for every day in [from, to), also for those without use.</summary>
    public static DailyBars Of(IReadOnlyList<UsageDay> days, UsageKind kind, DateOnly from, DateOnly to)
    {
        var byDay = days.Where(day => day.Kind == kind).ToDictionary(day => day.Day, day => day.Quantity);
        var highest = Math.Max(1, byDay.Values.DefaultIfEmpty().Max());
        var bars = Enumerable.Range(0, to.DayNumber - from.DayNumber)
            .Select(from.AddDays)
            .Select(day => new DailyBar(day, byDay.GetValueOrDefault(day), FullHeight * byDay.GetValueOrDefault(day) / highest))
            .ToArray();
        return new DailyBars(bars, highest, byDay.Values.Sum());
    }
}
