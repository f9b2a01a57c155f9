using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Voices;

/// <summary>The tenant's voices as cards.</summary>
public sealed class VoicesModel(CurrentTenant current, TenantResources resources) : PortalPage(current)
{
    public IReadOnlyList<VoiceDetails> Voices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Voices = await resources.VoicesAsync(cancellationToken);
}
