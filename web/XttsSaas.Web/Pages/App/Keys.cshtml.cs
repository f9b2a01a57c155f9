using Microsoft.AspNetCore.Mvc;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Keys;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.App;

/// <summary>Makes and revokes API keys. A secret is in the answer to its own request and in no other.</summary>
[ResponseCache(NoStore = true)]
public sealed class KeysModel(CurrentTenant current, ApiKeys apiKeys) : PortalPage(current)
{
    [BindProperty]
    public KeyForm Input { get; set; } = new();

    public IReadOnlyList<ApiKeyRecord> Keys { get; private set; } = [];

    public NewApiKey? Made { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task OnPostCreateAsync(CancellationToken cancellationToken)
    {
        var made = await apiKeys.CreateAsync(Current, Input.Name, cancellationToken);
        if (ModelState.Accepts(made.Error))
        {
            Made = made.Value;
            ModelState.Clear();
            Input = new KeyForm();
        }
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? key, CancellationToken cancellationToken)
    {
        if (!ApiKeyId.TryParse(key, null, out var id) || (await apiKeys.RevokeAsync(Tenant, id, cancellationToken)).Error is not null)
            return NotFound();
        return Redirect("/app/keys");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Keys = await apiKeys.ListAsync(Tenant, cancellationToken);
}
