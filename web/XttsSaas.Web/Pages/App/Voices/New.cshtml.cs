using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Models;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Voices;

/// <summary>Makes a voice, with its speaker's consent where it is at hand.</summary>
public sealed class NewVoiceModel(CurrentTenant current, TenantGrains grains, IOptions<ModelOptions> models, TimeProvider time)
    : PortalPage(current)
{
    [BindProperty]
    public VoiceForm Input { get; set; } = new();

    public void OnGet() => Input.BaseModel = models.Value.Default;

    public async Task<IActionResult> OnPostAsync()
    {
        var now = time.GetUtcNow();
        var draft = new VoiceDraft(Input.Name?.Trim() ?? string.Empty, Input.Language, Input.BaseModel?.Trim() ?? models.Value.Default, Consent(now));
        var id = VoiceId.New(now);
        var made = await grains.Voice(id).CreateAsync(draft);
        return ModelState.Accepts(made.Error) ? Redirect($"/app/voices/{id}") : Page();
    }

    private ConsentStatement? Consent(DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(Input.SpeakerName) && string.IsNullOrWhiteSpace(Input.Statement)
            ? null
            : new ConsentForm { SpeakerName = Input.SpeakerName, Statement = Input.Statement }.ToStatement(Person, now);
}
