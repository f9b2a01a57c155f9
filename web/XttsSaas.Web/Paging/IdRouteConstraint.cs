namespace XttsSaas.Web.Paging;

/// <summary>
/// <c>{voice:id(voi)}</c>: text that is no id of that kind is no such address, so that a malformed id and an unknown
/// one are both 404.
/// </summary>
public sealed class IdRouteConstraint(string prefix) : IRouteConstraint
{
    private const int EncodedLength = 26;

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value)
        && value?.ToString() is { } text
        && text.Length == prefix.Length + 1 + EncodedLength
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text[prefix.Length] == '_';
}
