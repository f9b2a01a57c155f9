using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages;

/// <summary>Checks e-mail and password and goes to where the person wanted to be.</summary>
public sealed class LoginModel(PasswordCheck passwords, SignInManager<PlatformUser> signIn, IMembershipStore memberships) : PageModel
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/app") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var user = await passwords.RunAsync(Input.Email, Input.Password);
        if (!ModelState.Accepts(user.Error))
            return Page();
        await signIn.SignInAsync(user.Value!, isPersistent: true);
        if (Url.IsLocalUrl(ReturnUrl))
            return LocalRedirect(ReturnUrl);
        var mine = await memberships.ListAsync(user.Value!.UserId, cancellationToken);
        return Redirect(mine.Count == 0 && await signIn.UserManager.IsInRoleAsync(user.Value, Roles.Operator) ? "/admin" : "/app");
    }
}
