namespace XttsSaas.Web.Portal;

/// <summary>A bar chart of one kind of use; <paramref name="CssClass"/> picks the bars' colour.</summary>
public sealed record UsageChart(string Title, DailyBars Bars, Func<long, string> Write, string CssClass);
