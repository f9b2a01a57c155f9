using XttsSaas.Abstractions.Datasets;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App.Data;

/// <summary>The tenant's datasets, with a place to drop recordings.</summary>
public sealed class DataModel(CurrentTenant current, TenantResources resources) : PortalPage(current)
{
    public IReadOnlyList<DatasetDetails> Datasets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Datasets = await resources.DatasetsAsync(cancellationToken);
}
