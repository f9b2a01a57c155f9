using System.Globalization;
using Microsoft.AspNetCore.Localization;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Portal;

/// <summary>The portal: Razor Pages, their services, their languages and their static files.</summary>
public static class PortalRegistration
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/App", Policies.Person);
            options.Conventions.AuthorizeFolder("/Admin", Policies.Operator);
        });
        builder.Services.AddScoped<TenantResources>();
        builder.Services.AddScoped<RunningJobs>();
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = PortalLanguages.All.Select(language => new CultureInfo(language.Key)).ToArray();
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, cultures[0]);
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = cultures;
        });
        return builder;
    }

    /// <summary>What surrounds every page; it stands before authentication, so that error pages know who is signed in.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        // Pages for people only: the API's errors have bodies of their own.
        app.UseWhen(context => !ApiPaths.IsApi(context.Request), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        return app;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
