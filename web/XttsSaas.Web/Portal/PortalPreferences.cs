using Microsoft.AspNetCore.Localization;

namespace XttsSaas.Web.Portal;

/// <summary>Theme and language of one browser, kept in cookies so that the first byte already has them.</summary>
public static class PortalPreferences
{
    public const string System = "system";
    private const string ThemeCookie = "xtts.theme";
    private static readonly string[] Themes = [System, "light", "dark"];
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static string Theme(HttpRequest request) =>
        request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : System;

    /// <summary>What the toggle offers next: system → light → dark → system.</summary>
    public static string NextTheme(HttpRequest request) => Themes[(Array.IndexOf(Themes, Theme(request)) + 1) % Themes.Length];

    /// <summary>Keeps what is known and ignores the rest.</summary>
    public static void Keep(HttpResponse response, string? theme, string? language)
    {
        var options = new CookieOptions { MaxAge = Lifetime, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Path = "/" };
        if (Themes.Contains(theme))
            response.Cookies.Append(ThemeCookie, theme!, options);
        if (PortalLanguages.IsKnown(language))
            response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!)), options);
    }
}
