using XttsSaas.Web.Keys;

namespace XttsSaas.Web.Identity;

/// <summary>An Authorization header always wins over a cookie, so that a program never acts for a browser's session by accident.</summary>
public static class SchemeSelector
{
    public const string BearerPrefix = "Bearer ";

    public static string Select(HttpContext context)
    {
        if (Credential(context.Request) is { } credential)
            return ApiKeySecret.LooksLikeOne(credential) ? Schemes.ApiKey : Schemes.AccessToken;
        if (context.Request.Headers.Authorization.Count > 0)
            return Schemes.ApiKey;
        return Schemes.Cookie;
    }

    /// <summary>
    /// The bearer credential: from the header, or for hubs from the query as SignalR's clients send it, since browsers
    /// cannot set headers on WebSockets.
    /// </summary>
    public static string? Credential(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
            return header[BearerPrefix.Length..].Trim();
        var query = request.Query["access_token"].ToString();
        return query.Length > 0 && request.Path.StartsWithSegments("/hubs") ? query : null;
    }
}
