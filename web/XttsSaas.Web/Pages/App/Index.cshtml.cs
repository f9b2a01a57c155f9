using Microsoft.Extensions.Localization;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App;

/// <summary>What is running, what needs a person, and how much of the period is used.</summary>
public sealed class OverviewModel(
    CurrentTenant current,
    TenantGrains grains,
    TenantResources resources,
    RunningJobs jobs,
    IStringLocalizer<PortalText> text) : PortalPage(current)
{
    public QuotaSnapshot Quota { get; private set; } = null!;

    public IReadOnlyList<DatasetDetails> Datasets { get; private set; } = [];

    public IReadOnlyList<VoiceDetails> Voices { get; private set; } = [];

    public IReadOnlyList<RunningJob> Jobs { get; private set; } = [];

    public IReadOnlyList<Need> Needs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Quota = await grains.Quota.GetAsync();
        Datasets = await resources.DatasetsAsync(cancellationToken);
        Voices = await resources.VoicesAsync(cancellationToken);
        Jobs = await jobs.ListAsync(cancellationToken);
        var sessions = await resources.SessionsAsync(cancellationToken);
        Needs =
        [
            .. sessions.Where(s => s.State == SessionState.Failed).Take(3).Select(OfSession),
            .. Datasets.Select(OfDataset).OfType<Need>(),
            .. Voices.Where(v => !v.Speakable).Select(OfVoice),
        ];
    }

    private Need OfSession(SessionDetails session) =>
        new(text["Training"], "bad", session.Request.Name, $"/app/training/{session.Id}", session.Failure?.Message ?? text["Failed"]);

    private Need? OfDataset(DatasetDetails dataset)
    {
        var address = $"/app/datasets/{dataset.Id}";
        return dataset.State switch
        {
            DatasetState.Failed => new(text["Data"], "bad", dataset.Name, address, dataset.Failure?.Message ?? text["Failed"]),
            DatasetState.Ready => new(text["Data"], "warn", dataset.Name, address, text["{0} clips are cut: review them and make a build.", Format.Count(dataset.Segments)]),
            DatasetState.Collecting when dataset.Sources.Count > 0 => new(text["Data"], "warn", dataset.Name, address, text["{0} recordings wait to be processed.", dataset.Sources.Count]),
            DatasetState.Collecting => new(text["Data"], "warn", dataset.Name, address, text["Upload recordings to begin."]),
            _ => null,
        };
    }

    private Need OfVoice(VoiceDetails voice) => new(
        text["Voices"],
        "warn",
        voice.Name,
        $"/app/voices/{voice.Id}",
        voice.Consent is null ? text["Record the speaker's consent."] : text["Add a reference clip."]);
}
