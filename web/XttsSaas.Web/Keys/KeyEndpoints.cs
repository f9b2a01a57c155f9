using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Keys;

/// <summary>/v1/keys: people make and revoke keys; a key cannot breed others.</summary>
public static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder app)
    {
        var keys = app.MapGroup("/v1/keys").WithTags("Keys").RequireAuthorization(Policies.Person);
        keys.MapPost("/", CreateAsync).WithName("CreateKey").WithSummary("Make an API key; its secret is shown this once.");
        keys.MapGet("/", ListAsync).WithName("ListKeys").WithSummary("List the API keys.");
        keys.MapDelete("/{key:id(key)}", RevokeAsync).WithName("RevokeKey").WithSummary("Revoke an API key; it stops working at once.");
    }

    private static async Task<Results<Created<NewKeyResponse>, ProblemResult>> CreateAsync(
        CreateKeyRequest body, CurrentTenant tenant, ApiKeys keys, CancellationToken cancellationToken)
    {
        var made = await keys.CreateAsync(tenant, body.Name, cancellationToken);
        return made.ToCreated(NewKeyResponse.Of, key => $"/v1/keys/{key.Key.Id}");
    }

    private static async Task<Results<Ok<Page<KeyResponse>>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, CurrentTenant tenant, ApiKeys keys, CancellationToken cancellationToken)
    {
        if (page.Check() is { } wrong)
            return new ProblemResult(wrong);
        var all = await keys.ListAsync(tenant.Id, cancellationToken);
        var after = page.After is null ? all : all.Where(key => string.CompareOrdinal(key.Id.Value, page.After) < 0);
        return TypedResults.Ok(Page.Of([.. after.Take(page.Take)], page, key => key.Id.Value, KeyResponse.Of));
    }

    private static async Task<Results<NoContent, ProblemResult>> RevokeAsync(
        ApiKeyId key, CurrentTenant tenant, ApiKeys keys, CancellationToken cancellationToken) =>
        (await keys.RevokeAsync(tenant.Id, key, cancellationToken)).ToNoContent();
}
