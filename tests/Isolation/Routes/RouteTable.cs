using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace XttsSaas.Isolation.Routes;

/// <summary>Every way into the running platform, read from its own route table; static files aside.</summary>
public static class RouteTable
{
    public static async Task<IReadOnlyList<Route>> ReadAsync(IServiceProvider services)
    {
        var routes = new List<Route>();
        var loader = services.GetRequiredService<PageLoader>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                routes.AddRange(await PageAsync(loader, endpoint, page));
            else
                routes.AddRange(Methods(endpoint).Select(method => new Route(endpoint, method, string.Empty)));
        }
        return routes;
    }

    public static bool IsAnonymous(Route route) => route.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || route.Endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    private static async Task<IEnumerable<Route>> PageAsync(PageLoader loader, RouteEndpoint endpoint, PageActionDescriptor page)
    {
        var compiled = await loader.LoadAsync(page, endpoint.Metadata);
        var real = compiled.Endpoint is RouteEndpoint loaded ? loaded : endpoint;
        var handlers = compiled.HandlerMethods.Select(handler => (handler.HttpMethod.ToUpperInvariant(), handler.Name ?? string.Empty)).ToHashSet();
        handlers.Add(("GET", string.Empty));
        return handlers.Select(handler => new Route(real, handler.Item1, handler.Item2) { IsPage = true });
    }
}
