using Microsoft.AspNetCore.Mvc;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Datasets;

/// <summary>One dataset: its recordings, the clips to review, its builds.</summary>
public sealed class DatasetModel(
    CurrentTenant current,
    TenantGrains grains,
    ISegmentStore segments)
    : ResourcePage<DatasetId, IDatasetGrain, DatasetDetails>(current, "dataset")
{
    public const int PageSize = 100;

    /// <summary>Builds made from the portal split by this seed, so that the same clips give the same split.</summary>
    private const int SplitSeed = 1;

    [BindProperty]
    public ProcessForm Input { get; set; } = new();

    public IReadOnlyList<Segment> Segments { get; private set; } = [];

    /// <summary>The last clip of this page when there are more.</summary>
    public SegmentId? Next { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        Input = ProcessForm.Of(Details.Segmentation);
        await LoadSegmentsAsync(after, cancellationToken);
    }

    public async Task<IActionResult> OnPostProcessAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && ModelState.Accepts((await Grain.StartProcessingAsync(Input.ToOptions())).Error))
            return Back();
        await LoadSegmentsAsync(null, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostBuildAsync(CancellationToken cancellationToken) => ChangeAsync(Grain.StartBuildAsync(SplitSeed), cancellationToken);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) => ChangeAsync(Grain.CancelAsync(), cancellationToken);

    public async Task<IActionResult> OnPostRemoveSourceAsync(string? source, CancellationToken cancellationToken) =>
        SourceId.TryParse(source, null, out var id) ? await ChangeAsync(Grain.RemoveSourceAsync(id), cancellationToken) : NotFound();

    /// <summary>A person's change to one clip; a script gets the row back, a plain form the page.</summary>
    public async Task<IActionResult> OnPostEditAsync(string? segment, string? text, SegmentVerdict? verdict)
    {
        if (!SegmentId.TryParse(segment, null, out var id))
            return NotFound();
        var edited = await Grain.EditSegmentAsync(id, new SegmentEdit(text, verdict));
        if (edited.Error is { } error)
            return BadRequest(error.Message);
        return Request.Headers.XRequestedWith == "fetch" ? Partial("_Segment", new SegmentRow(Details.Id, edited.Value!)) : Redirect($"/app/datasets/{Details.Id}#{id}");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        var deleted = await Grain.DeleteAsync();
        if (ModelState.Accepts(deleted.Error))
            return Redirect("/app/data");
        await LoadSegmentsAsync(null, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> ChangeAsync(Task<Result<DatasetDetails>> change, CancellationToken cancellationToken)
    {
        if (ModelState.Accepts((await change).Error))
            return Back();
        ModelState.Remove(nameof(Input));
        await OnGetAsync(null, cancellationToken);
        return Page();
    }

    private RedirectResult Back() => Redirect($"/app/datasets/{Details.Id}");

    private async Task LoadSegmentsAsync(string? after, CancellationToken cancellationToken)
    {
        SegmentId? from = SegmentId.TryParse(after, null, out var id) ? id : null;
        Segments = await segments.ListAsync(Tenant, Details.Id, from, PageSize, cancellationToken);
        Next = Segments.Count == PageSize ? Segments[^1].Id : null;
    }

    protected override IDatasetGrain GrainOf(DatasetId id) => grains.Dataset(id);

    protected override Task<DatasetDetails?> ReadAsync(IDatasetGrain grain) => grain.GetAsync();
}
