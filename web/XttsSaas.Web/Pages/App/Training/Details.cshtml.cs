using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Training;

/// <summary>One run, live: its curves, checkpoints and settings.</summary>
public sealed class SessionModel(CurrentTenant current, TenantGrains grains) : PortalPage(current)
{
    private ITrainingSessionGrain grain = null!;

    public SessionDetails Details { get; private set; } = null!;

    public VoiceDetails? Voice { get; private set; }

    public DatasetDetails? Dataset { get; private set; }

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (SessionId.TryParse(RouteData.Values["session"] as string, null, out var id))
        {
            grain = grains.Session(id);
            if (await grain.GetAsync() is { } details)
            {
                Details = details;
                await next();
                return;
            }
        }
        context.Result = NotFound();
    }

    public async Task OnGetAsync()
    {
        Voice = await grains.Voice(Details.Request.Voice).GetAsync();
        Dataset = await grains.Dataset(Details.Request.Dataset).GetAsync();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (ModelState.Accepts((await grain.CancelAsync()).Error))
            return Redirect($"/app/training/{Details.Id}");
        await OnGetAsync();
        return Page();
    }
}
