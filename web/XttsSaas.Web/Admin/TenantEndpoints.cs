using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Admin;

/// <summary>/v1/admin/tenants.</summary>
public static class TenantEndpoints
{
    private const int MaxReasonLength = 500;
    private const string One = "/tenants/{tenant:id(ten)}";

    public static void MapTenants(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/tenants", ListAsync).WithName("ListTenants").WithSummary("List the tenants, newest first.");
        admin.MapPost($"{One}/suspend", SuspendAsync).WithName("SuspendTenant").WithSummary("Suspend a tenant; its data stays.");
        admin.MapPost($"{One}/resume", ResumeAsync).WithName("ResumeTenant").WithSummary("Let a suspended tenant back in.");
    }

    private static async Task<Results<Ok<Page<TenantProfile>>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, IResourceDirectory directory, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (page.Check() is { } wrong)
            return new ProblemResult(wrong);
        var rows = Page.Of(await directory.ListTenantsAsync(page.After, page.Take, cancellationToken), page, id => id.Value, id => id);
        var profiles = await Task.WhenAll(rows.Data.Select(id => Tenant(grains, id).GetAsync()));
        return TypedResults.Ok(new Page<TenantProfile>([.. profiles.OfType<TenantProfile>()], rows.Next));
    }

    private static async Task<Results<NoContent, ProblemResult>> SuspendAsync(TenantId tenant, SuspendRequest body, IGrainFactory grains)
    {
        var reason = body.Reason?.Trim() ?? string.Empty;
        return reason.Length is 0 or > MaxReasonLength
            ? new ProblemResult(Error.Invalid("reason", $"Give the reason that the tenant will read, 1 to {MaxReasonLength} characters."))
            : (await Tenant(grains, tenant).SuspendAsync(reason)).ToNoContent();
    }

    private static async Task<Results<NoContent, ProblemResult>> ResumeAsync(TenantId tenant, IGrainFactory grains) =>
        (await Tenant(grains, tenant).ResumeAsync()).ToNoContent();

    private static ITenantGrain Tenant(IGrainFactory grains, TenantId id) => grains.GetGrain<ITenantGrain>(GrainKeys.Of(id));
}
