using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Usage;

/// <summary>/v1/usage: what was delivered, from the ledger.</summary>
public static class UsageEndpoints
{
    /// <summary>Lines that may share one instant with a cursor and must be read again.</summary>
    private const int Overlap = 100;

    public static void MapUsage(this IEndpointRouteBuilder app)
    {
        var usage = app.MapGroup("/v1/usage").WithTags("Usage").RequireAuthorization(Policies.Tenant);
        usage.MapGet("/", GetAsync).WithName("GetUsage").WithSummary("Get this period's meters and the use of each day.");
        usage.MapGet("/events", ListAsync).WithName("ListUsageEvents").WithSummary("List the ledger's lines, newest first.");
    }

    private static async Task<Results<Ok<UsageResponse>, ProblemResult>> GetAsync(
        [AsParameters] UsageSpan span, CurrentTenant tenant, TenantGrains grains, IUsageLedger ledger, TimeProvider time, CancellationToken cancellationToken)
    {
        var period = await grains.Quota.GetAsync();
        var asked = span.Resolve(period.PeriodStart, time.GetUtcNow());
        if (!asked.Succeeded)
            return new ProblemResult(asked.Error);
        var (from, to) = asked.Value;
        return TypedResults.Ok(new UsageResponse(period, from, to, await ledger.DaysAsync(tenant.Id, from, to, cancellationToken)));
    }

    private static async Task<Results<Ok<Page<UsageEventResponse>>, ProblemResult>> ListAsync(
        [AsParameters] UsageSpan span,
        [AsParameters] PageQuery page,
        CurrentTenant tenant,
        TenantGrains grains,
        IUsageLedger ledger,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (page.Check() is { } wrong)
            return new ProblemResult(wrong);
        var asked = span.Resolve((await grains.Quota.GetAsync()).PeriodStart, time.GetUtcNow());
        if (!asked.Succeeded)
            return new ProblemResult(asked.Error);
        var (from, to) = asked.Value;
        if (page.After is not { } text)
            return TypedResults.Ok(Page.Of(await ledger.ListAsync(tenant.Id, from, to, page.Take, cancellationToken), page, LedgerCursor.Of, UsageEventResponse.Of));
        if (!LedgerCursor.TryParse(text, out var cursor))
            return new ProblemResult(Error.Invalid("after", "after must be the next value of an earlier page."));
        var rows = await ledger.ListAsync(tenant.Id, from, cursor.At.AddTicks(1), page.Take + Overlap, cancellationToken);
        return TypedResults.Ok(Page.Of([.. rows.Where(cursor.IsBefore).Take(page.Take)], page, LedgerCursor.Of, UsageEventResponse.Of));
    }
}
