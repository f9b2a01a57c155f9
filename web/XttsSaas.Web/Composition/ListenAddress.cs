namespace XttsSaas.Web.Composition;

/// <summary><c>--port N</c> listens on this machine only; <c>--urls</c> says everything else.</summary>
public static class ListenAddress
{
    private const int DefaultPort = 5080;

    public static void Apply(WebApplicationBuilder builder)
    {
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is not null || builder.Configuration["http_ports"] is not null)
            return;
        var port = builder.Configuration.GetValue("port", DefaultPort);
        if (port is < 0 or > 65_535)
            throw new InvalidOperationException($"--port is {port}; must be 0 to 65535, 0 for any free port");
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
    }
}
