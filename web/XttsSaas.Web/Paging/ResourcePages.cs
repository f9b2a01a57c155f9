using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Paging;

/// <summary>Pages through a tenant's resources: ids from the directory, each read from its grain.</summary>
public sealed class ResourcePages(IResourceDirectory directory)
{
    public async Task<Results<Ok<Page<TBody>>, ProblemResult>> ListAsync<T, TBody>(
        CurrentTenant tenant, ResourceKind kind, PageQuery query, Func<string, Task<T?>> read, Func<T, TBody> map, CancellationToken cancellationToken)
        where T : class
    {
        if (query.Check() is { } wrong)
            return new ProblemResult(wrong);
        var ids = await directory.ListAsync(tenant.Id, kind, query.After, query.Take, cancellationToken);
        var page = Page.Of(ids, query, id => id, id => id);
        var found = await Task.WhenAll(page.Data.Select(read));
        return TypedResults.Ok(new Page<TBody>([.. found.OfType<T>().Select(map)], page.Next));
    }
}
