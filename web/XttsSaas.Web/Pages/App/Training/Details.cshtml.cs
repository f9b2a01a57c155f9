using Microsoft.AspNetCore.Mvc;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Training;

/// <summary>One run, live: its curves, checkpoints and settings.</summary>
public sealed class SessionModel(CurrentTenant current, TenantGrains grains)
    : ResourcePage<SessionId, ITrainingSessionGrain, SessionDetails>(current, "session")
{
    public VoiceDetails? Voice { get; private set; }

    public DatasetDetails? Dataset { get; private set; }

    public async Task OnGetAsync()
    {
        Voice = await grains.Voice(Details.Request.Voice).GetAsync();
        Dataset = await grains.Dataset(Details.Request.Dataset).GetAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (ModelState.Accepts((await Grain.CancelAsync()).Error))
            return Redirect($"/app/training/{Details.Id}");
        await OnGetAsync();
        return Page();
    }

    protected override ITrainingSessionGrain GrainOf(SessionId id) => grains.Session(id);

    protected override Task<SessionDetails?> ReadAsync(ITrainingSessionGrain grain) => grain.GetAsync();
}
