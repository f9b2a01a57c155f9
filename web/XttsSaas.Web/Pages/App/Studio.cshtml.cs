using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App;

/// <summary>Text to speech by hand; the page calls the same API that programs do.</summary>
public sealed class StudioModel(CurrentTenant current, TenantGrains grains, TenantResources resources) : PortalPage(current)
{
    public IReadOnlyList<VoiceDetails> Voices { get; private set; } = [];

    /// <summary>The voice asked for, else the newest that may speak; null when none may.</summary>
    public VoiceDetails? Chosen { get; private set; }

    public QuotaSnapshot Quota { get; private set; } = null!;

    public string? Text { get; private set; }

    public async Task OnGetAsync(string? voice, string? text, CancellationToken cancellationToken)
    {
        Text = text;
        Voices = await resources.VoicesAsync(cancellationToken);
        Quota = await grains.Quota.GetAsync();
        var speakable = Voices.Where(v => v.Speakable).ToArray();
        Chosen = speakable.FirstOrDefault(v => v.Id.Value == voice) ?? speakable.FirstOrDefault();
    }
}
