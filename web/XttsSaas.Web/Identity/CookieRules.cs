using Microsoft.AspNetCore.Authentication.Cookies;

namespace XttsSaas.Web.Identity;

/// <summary>The session cookie: httpOnly, SameSite=Lax, and bound to host and https wherever the platform is reached by https.</summary>
public static class CookieRules
{
    /// <param name="https">Whether people reach the platform by https; browsers take __Host- cookies only there.</param>
    public static void Apply(CookieAuthenticationOptions options, bool https)
    {
        options.Cookie.Name = https ? "__Host-xtts-session" : "xtts-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.AccessDeniedPath = "/login";
        options.Events.OnRedirectToLogin = context =>
        {
            if (ApiPaths.IsApi(context.Request.Path))
                return new ProblemResult(ProblemCatalog.OfStatus(StatusCodes.Status401Unauthorized)).ExecuteAsync(context.HttpContext);
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }
}
