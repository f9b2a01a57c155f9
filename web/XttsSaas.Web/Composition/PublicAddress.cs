namespace XttsSaas.Web.Composition;

/// <summary>The address under which people reach the platform: <c>Public:Url</c>, else the first address it listens on.</summary>
public static class PublicAddress
{
    public const string Setting = "Public:Url";

    public static bool IsHttps(IConfiguration configuration) =>
        (configuration[Setting] ?? configuration[WebHostDefaults.ServerUrlsKey] ?? string.Empty)
            .StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
