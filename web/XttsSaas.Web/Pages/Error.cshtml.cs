using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages;

/// <summary>What a person sees instead of a bare status code.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(IStringLocalizer<PortalText> text) : PageModel
{
    public int Code { get; private set; }

    public string Heading { get; private set; } = string.Empty;

    public string Advice { get; private set; } = string.Empty;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code;
        (Heading, Advice) = code switch
        {
            StatusCodes.Status404NotFound => (text["There is nothing here"].Value, text["The address may be mistyped, or what it named was deleted."].Value),
            StatusCodes.Status403Forbidden => (text["Not for this account"].Value, text["Your account may not see this page. Ask an operator if you think it should."].Value),
            StatusCodes.Status400BadRequest => (text["That form has expired"].Value, text["Go back, reload the page, and send it again."].Value),
            < StatusCodes.Status500InternalServerError => (text["That did not work"].Value, text["The request could not be understood. Go back and try again."].Value),
            _ => (text["Something went wrong on our side"].Value, text["Nothing you did caused this, and nothing saved was lost. Try again in a moment."].Value),
        };
    }
}
