using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Persistence.Model;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages;

/// <summary>Makes an account with its workspace and opens it.</summary>
public sealed class SignupModel(SignUp signUp, SignInManager<PlatformUser> signIn) : PageModel
{
    [BindProperty]
    public SignUpForm Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/app") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var done = await signUp.RunAsync(new SignUpRequest(Input.Email, Input.Password, Input.Organization), cancellationToken);
        if (!ModelState.Accepts(done.Error))
            return Page();
        await signIn.SignInAsync(done.Value!.User, isPersistent: true);
        return Redirect("/app");
    }
}
