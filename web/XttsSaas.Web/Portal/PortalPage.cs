using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Portal;

/// <summary>A page below /app, where the policy Person stands in front: it knows whom it works for.</summary>
public abstract class PortalPage(CurrentTenant current) : PageModel
{
    public TenantId Tenant => Current.Id;

    protected CurrentTenant Current { get; } = current;

    /// <summary>Who is signed in; the policy lets nobody else through.</summary>
    protected UserId Person => Current.User ?? throw new InvalidOperationException("A page was reached without a person.");
}
