using Microsoft.AspNetCore.Mvc;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Voices;

/// <summary>One voice: consent, reference clips, and which version speaks.</summary>
public sealed class VoiceModel(CurrentTenant current, TenantGrains grains, TimeProvider time)
    : ResourcePage<VoiceId, IVoiceGrain, VoiceDetails>(current, "voice")
{
    [BindProperty]
    public ConsentForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostConsentAsync() => ChangeAsync(Grain.RecordConsentAsync(Input.ToStatement(Person, time.GetUtcNow())));

    public Task<IActionResult> OnPostRevokeAsync() => ChangeAsync(Grain.RevokeConsentAsync());

    public Task<IActionResult> OnPostActivateAsync(int number) => ChangeAsync(Grain.ActivateVersionAsync(number));

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        var deleted = await Grain.DeleteAsync();
        return ModelState.Accepts(deleted.Error) ? Redirect("/app/voices") : Page();
    }

    private async Task<IActionResult> ChangeAsync(Task<Result<VoiceDetails>> change) =>
        ModelState.Accepts((await change).Error) ? Redirect($"/app/voices/{Details.Id}") : Page();

    protected override IVoiceGrain GrainOf(VoiceId id) => grains.Voice(id);

    protected override Task<VoiceDetails?> ReadAsync(IVoiceGrain grain) => grain.GetAsync();
}
