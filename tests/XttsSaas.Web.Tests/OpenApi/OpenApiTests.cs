using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace XttsSaas.Web.Tests.OpenApi;

public sealed class OpenApiTests(PlatformFixture platform)
{
    [Fact]
    public async Task Document_ListsEveryRouteOfTheApi()
    {
        var document = await platform.Anonymous().GetAsync("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"))
            .ToHashSet();
        var routes = platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/v1/", StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Plain(endpoint)}"))
            .ToHashSet();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_NamesEveryOperationAndShowsIdsAsText()
    {
        var document = await platform.Anonymous().GetAsync("/openapi/v1.json");
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToArray();
        Assert.All(operations, operation => Assert.True(operation.Value.TryGetProperty("operationId", out _), operation.Value.GetRawText()));
        var voice = document.GetProperty("components").GetProperty("schemas").GetProperty("VoiceResponse").GetProperty("properties");
        Assert.DoesNotContain("\"value\"", voice.GetRawText());
    }

    private static string Plain(RouteEndpoint endpoint)
    {
        var segments = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => string.Empty,
        })));
        return "/" + string.Join('/', segments);
    }
}
