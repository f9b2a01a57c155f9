namespace XttsSaas.Web.Portal;

/// <summary>One day's bar.</summary>
public sealed record DailyBar(DateOnly Day, long Quantity, double Height);
