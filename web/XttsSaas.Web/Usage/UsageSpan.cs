namespace XttsSaas.Web.Usage;

/// <summary>The time asked about: [From, To), by default this period so far; at most 366 days.</summary>
public sealed record UsageSpan(DateTimeOffset? From, DateTimeOffset? To)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public Result<(DateTimeOffset From, DateTimeOffset To)> Resolve(DateTimeOffset periodStart, DateTimeOffset now)
    {
        var to = To ?? now.AddTicks(1);
        var from = From ?? (periodStart < to ? periodStart : to.AddDays(-1));
        if (from >= to)
            return Error.Invalid("from", "from must be before to.");
        if (to - from > Longest)
            return Error.Invalid("from", "from and to may be at most 366 days apart.");
        return (from.ToUniversalTime(), to.ToUniversalTime());
    }
}
