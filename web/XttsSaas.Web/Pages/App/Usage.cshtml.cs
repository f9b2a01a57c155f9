using Microsoft.Extensions.Localization;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Usage;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App;

/// <summary>The period's meters, its days, and the ledger's lines.</summary>
public sealed class UsageModel(
    CurrentTenant current,
    TenantGrains grains,
    TenantResources resources,
    IUsageLedger ledger,
    IApiKeyStore keys,
    IStringLocalizer<PortalText> text) : PortalPage(current)
{
    private const int MaxEvents = 200;

    private IReadOnlyList<VoiceDetails> voices = [];
    private IReadOnlyList<ApiKeyRecord> tenantKeys = [];

    public QuotaSnapshot Quota { get; private set; } = null!;

    public DailyBars Characters { get; private set; } = null!;

    public DailyBars Training { get; private set; } = null!;

    public IReadOnlyList<UsageEvent> Events { get; private set; } = [];

    public string VoiceName(VoiceId? id) => id is null ? "–" : voices.FirstOrDefault(voice => voice.Id == id)?.Name ?? id.Value.Value;

    /// <summary>Which key asked, or that it was the portal.</summary>
    public string Source(UsageEvent item) => item.Key is null
        ? text["portal"]
        : tenantKeys.FirstOrDefault(key => key.Id == item.Key)?.Name ?? item.Key.Value.Value;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Quota = await grains.Quota.GetAsync();
        voices = await resources.VoicesAsync(cancellationToken);
        tenantKeys = await keys.ListAsync(Tenant, cancellationToken);
        Events = await ledger.ListAsync(Tenant, Quota.PeriodStart, Quota.PeriodEnd, MaxEvents, cancellationToken);
        var days = await ledger.DaysAsync(Tenant, Quota.PeriodStart, Quota.PeriodEnd, cancellationToken);
        var from = DateOnly.FromDateTime(Quota.PeriodStart.UtcDateTime);
        var to = DateOnly.FromDateTime(Quota.PeriodEnd.UtcDateTime);
        Characters = DailyBars.Of(days, UsageKind.SpeechCharacters, from, to);
        Training = DailyBars.Of(days, UsageKind.TrainingSeconds, from, to);
    }
}
