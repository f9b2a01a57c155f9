using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace XttsSaas.Web.Composition;

/// <summary>Tells the shell where the platform is, once it takes requests.</summary>
public static class ReadyNotice
{
    public static WebApplication PrintsUrlWhenReady(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (addresses.FirstOrDefault() is { } address)
                Console.Out.WriteLine($"Ready: {address}");
        });
        return app;
    }
}
