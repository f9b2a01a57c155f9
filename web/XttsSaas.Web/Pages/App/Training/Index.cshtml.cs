using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Training;

/// <summary>The tenant's training runs, newest first.</summary>
public sealed class TrainingModel(CurrentTenant current, TenantResources resources) : PortalPage(current)
{
    private IReadOnlyList<VoiceDetails> voices = [];

    public IReadOnlyList<SessionDetails> Sessions { get; private set; } = [];

    public string VoiceName(VoiceId id) => voices.FirstOrDefault(voice => voice.Id == id)?.Name ?? "–";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Sessions = await resources.SessionsAsync(cancellationToken);
        voices = await resources.VoicesAsync(cancellationToken);
    }
}
