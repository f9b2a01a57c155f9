using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Pages;

/// <summary>Ends the session of this browser.</summary>
public sealed class LogoutModel(SignInManager<PlatformUser> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
