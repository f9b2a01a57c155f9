using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages;

/// <summary>Takes a browser's choice of theme or language and goes back to where it was made.</summary>
public sealed class PreferencesModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? theme, string? language, string? returnUrl)
    {
        PortalPreferences.Keep(Response, theme, language);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
