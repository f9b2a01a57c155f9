using Microsoft.AspNetCore.Routing;

namespace XttsSaas.Isolation.Routes;

/// <summary>One way to call an endpoint. <paramref name="Handler"/> is a page's named handler, or empty.</summary>
public sealed record Route(RouteEndpoint Endpoint, string Method, string Handler)
{
    public IReadOnlyList<string> Parameters => [.. Endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];

    public bool IsPage { get; init; }

    public string Name => $"{Method} /{Endpoint.RoutePattern.RawText!.TrimStart('/')}{(Handler.Length == 0 ? string.Empty : "?handler=" + Handler)}";

    /// <summary>The endpoint's own name, under which its body is looked up.</summary>
    public string? EndpointName => Endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    /// <summary>The address with these values in place of its parameters.</summary>
    public string Address(IReadOnlyDictionary<string, string> values)
    {
        var address = "/" + Endpoint.RoutePattern.RawText!.TrimStart('/');
        foreach (var parameter in Endpoint.RoutePattern.Parameters)
        {
            var start = address.IndexOf("{" + parameter.Name, StringComparison.Ordinal);
            var end = address.IndexOf('}', start);
            address = address[..start] + Uri.EscapeDataString(values[parameter.Name]) + address[(end + 1)..];
        }
        return Handler.Length == 0 ? address : $"{address}?handler={Handler}";
    }

    public override string ToString() => Name;
}
