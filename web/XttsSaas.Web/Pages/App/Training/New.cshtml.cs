using Microsoft.AspNetCore.Mvc;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Training;

/// <summary>Chooses voice, build and settings, and queues the run.</summary>
public sealed class NewTrainingModel(CurrentTenant current, TenantGrains grains, TenantResources resources, TimeProvider time)
    : PortalPage(current)
{
    [BindProperty]
    public TrainingForm Input { get; set; } = new();

    public IReadOnlyList<VoiceDetails> Voices { get; private set; } = [];

    /// <summary>Datasets with at least one build.</summary>
    public IReadOnlyList<DatasetDetails> Datasets { get; private set; } = [];

    public QuotaSnapshot Quota { get; private set; } = null!;

    public Task OnGetAsync(string? dataset, string? voice, CancellationToken cancellationToken)
    {
        Input.Dataset = dataset;
        Input.Voice = voice;
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var request = Input.ToRequest();
        if (ModelState.IsValid && ModelState.Accepts(request.Error))
        {
            var id = SessionId.New(time.GetUtcNow());
            var made = await grains.Session(id).CreateAsync(request.Value!);
            if (ModelState.Accepts(made.Error))
                return Redirect($"/app/training/{id}");
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Voices = await resources.VoicesAsync(cancellationToken);
        Datasets = [.. (await resources.DatasetsAsync(cancellationToken)).Where(d => d.Builds.Count > 0)];
        Quota = await grains.Quota.GetAsync();
        if (Input.Name is null && Datasets.FirstOrDefault(d => d.Id.Value == Input.Dataset) is { } chosen)
            Input.Name = chosen.Name;
    }
}
