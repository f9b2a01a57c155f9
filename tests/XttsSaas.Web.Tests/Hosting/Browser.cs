using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>A person in a browser: signed up through the page's form, with the session cookie.</summary>
public sealed partial class Browser(ApiClient client)
{
    public const string TokenHeader = "RequestVerificationToken";

    public HttpClient Http => client.Http;

    public static async Task<Browser> SignUpAsync(PlatformFixture platform)
    {
        var browser = new Browser(platform.Anonymous());
        using var answer = await browser.SubmitAsync("/signup", new()
        {
            ["Input.Email"] = $"{Guid.NewGuid():n}@example.com",
            ["Input.Password"] = "a long pass phrase",
            ["Input.Organization"] = "Acme",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        browser.SessionCookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("xtts-session", StringComparison.Ordinal));
        return browser;
    }

    /// <summary>The Set-Cookie line that began the session.</summary>
    public string SessionCookie { get; private set; } = string.Empty;

    /// <summary>Sends a page's form as the browser would, its antiforgery token included.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await TokenAsync(page);
        return await Http.PostAsync(page, new FormUrlEncodedContent(fields));
    }

    /// <summary>The antiforgery token in a page.</summary>
    public async Task<string> TokenAsync(string page)
    {
        var html = await Http.GetStringAsync(page);
        var found = TokenInPage().Match(html);
        Assert.True(found.Success, $"{page} carries no antiforgery token.");
        return WebUtility.HtmlDecode(found.Groups[1].Value);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string address, object body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, new MediaTypeHeaderValue("application/json")) };
        if (token is not null)
            request.Headers.Add(TokenHeader, token);
        return Http.SendAsync(request);
    }

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenInPage();
}
