using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Voices;

/// <summary>One voice: consent, reference clips, and which version speaks.</summary>
public sealed class VoiceModel(CurrentTenant current, TenantGrains grains, TimeProvider time) : PortalPage(current)
{
    private IVoiceGrain grain = null!;

    [BindProperty]
    public ConsentForm Input { get; set; } = new();

    public VoiceDetails Details { get; private set; } = null!;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (VoiceId.TryParse(RouteData.Values["voice"] as string, null, out var id))
        {
            grain = grains.Voice(id);
            if (await grain.GetAsync() is { } details)
            {
                Details = details;
                await next();
                return;
            }
        }
        context.Result = NotFound();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostConsentAsync() => ChangeAsync(grain.RecordConsentAsync(Input.ToStatement(Person, time.GetUtcNow())));

    public Task<IActionResult> OnPostRevokeAsync() => ChangeAsync(grain.RevokeConsentAsync());

    public Task<IActionResult> OnPostActivateAsync(int number) => ChangeAsync(grain.ActivateVersionAsync(number));

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        var deleted = await grain.DeleteAsync();
        return ModelState.Accepts(deleted.Error) ? Redirect("/app/voices") : Page();
    }

    private async Task<IActionResult> ChangeAsync(Task<Result<VoiceDetails>> change) =>
        ModelState.Accepts((await change).Error) ? Redirect($"/app/voices/{Details.Id}") : Page();
}
