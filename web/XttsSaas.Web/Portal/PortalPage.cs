using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Portal;

/// <summary>A signed-in page: knows its tenant, and puts an expected failure beside the field that caused it.</summary>
public abstract class PortalPage(CurrentTenant current) : PageModel
{
    /// <summary>The prefix of the fields of a page's form model.</summary>
    protected const string FormPrefix = "Input";

    public TenantId Tenant => current.Id;

    protected UserId UserId => current.User;

    /// <summary>True when the result succeeded; otherwise its words are in the model state and the page is shown again.</summary>
    protected bool Accepted(Error? error)
    {
        if (error is null)
            return true;
        var key = error.Field is null ? string.Empty : $"{FormPrefix}.{error.Field}";
        ModelState.AddModelError(ModelState.ContainsKey(key) ? key : string.Empty, error.Message);
        return false;
    }
}
