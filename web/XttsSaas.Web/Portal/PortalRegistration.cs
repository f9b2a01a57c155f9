using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Problems;

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
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(LeaveApiAlone);
        return app;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>A bare status becomes a page only where people look; the API has its own bodies.</summary>
    private static Task LeaveApiAlone(HttpContext context, RequestDelegate next)
    {
        if (ApiPaths.IsApi(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }
}
