using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Portal;

/// <summary>
/// A page about one thing of the caller's own. No handler runs before the thing was found: an id that is malformed,
/// foreign or never was gives the same 404, for reading and for every change.
/// </summary>
public abstract class ResourcePage<TId, TGrain, TDetails>(CurrentTenant current, string routeKey) : PortalPage(current)
    where TId : struct, IParsable<TId>
    where TGrain : class
    where TDetails : class
{
    public TDetails Details { get; private set; } = null!;

    protected TGrain Grain { get; private set; } = null!;

    // Without the attribute this override would be callable from outside as a handler of its own.
    [NonHandler]
    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (TId.TryParse(RouteData.Values[routeKey] as string, null, out var id))
        {
            Grain = GrainOf(id);
            if (await ReadAsync(Grain) is { } details)
            {
                Details = details;
                await next();
                return;
            }
        }
        context.Result = NotFound();
    }

    /// <summary>The caller's grain of this id, whether or not anything is there.</summary>
    protected abstract TGrain GrainOf(TId id);

    /// <summary>The thing, or null when there is none.</summary>
    protected abstract Task<TDetails?> ReadAsync(TGrain grain);
}
