namespace XttsSaas.Web.Problems;

/// <summary>Which addresses speak to programs (problem+json, 401) rather than to people (pages, redirects).</summary>
public static class ApiPaths
{
    private static readonly string[] Prefixes = ["/v1", "/hubs", "/openapi", "/health"];

    public static bool IsApi(PathString path) =>
        Array.Exists(Prefixes, prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
