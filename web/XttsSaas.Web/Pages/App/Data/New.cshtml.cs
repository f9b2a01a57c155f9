using Microsoft.AspNetCore.Mvc;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Data;

/// <summary>Makes a dataset and opens it for uploads.</summary>
public sealed class NewDatasetModel(CurrentTenant current, TenantGrains grains, TimeProvider time) : PortalPage(current)
{
    [BindProperty]
    public DatasetForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = DatasetId.New(time.GetUtcNow());
        var made = await grains.Dataset(id).CreateAsync(new DatasetDraft(Input.Name ?? string.Empty, Input.Language));
        return ModelState.Accepts(made.Error) ? Redirect($"/app/datasets/{id}") : Page();
    }
}
