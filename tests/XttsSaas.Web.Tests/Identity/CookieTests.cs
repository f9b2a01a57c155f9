namespace XttsSaas.Web.Tests.Identity;

public sealed class CookieTests(PlatformFixture platform)
{
    [Fact]
    public async Task Cookie_IsHiddenFromScriptsAndOtherSites()
    {
        var browser = await Browser.SignUpAsync(platform);
        Assert.Contains("httponly", browser.SessionCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", browser.SessionCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", browser.SessionCookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_OpensTheApi()
    {
        var browser = await Browser.SignUpAsync(platform);
        using var me = await browser.Http.GetAsync("/v1/me");
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
    }

    [Fact]
    public async Task Cookie_WithoutAntiforgeryToken_ChangesNothing()
    {
        var browser = await Browser.SignUpAsync(platform);
        var problem = await Problem.OfAsync(await browser.PostJsonAsync("/v1/keys", new { name = "Forged" }, token: null));
        Assert.Equal((403, "forbidden"), (problem.Status, problem.Code));
        var keys = JsonElement.Parse(await browser.Http.GetStringAsync("/v1/keys"));
        Assert.Empty(keys.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Cookie_WithAnotherPersonsToken_ChangesNothing()
    {
        var victim = await Browser.SignUpAsync(platform);
        var attacker = await Browser.SignUpAsync(platform);
        using var answer = await victim.PostJsonAsync("/v1/keys", new { name = "Forged" }, await attacker.TokenAsync("/app"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Cookie_WithAntiforgeryToken_MayChangeThings()
    {
        var browser = await Browser.SignUpAsync(platform);
        using var made = await browser.PostJsonAsync("/v1/keys", new { name = "Mine" }, await browser.TokenAsync("/app"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task Key_BesideACookie_WinsAndNeedsNoToken()
    {
        var other = await platform.SignUpAsync();
        var secret = (await other.PostAsync("/v1/keys", new { name = "Server" })).GetProperty("secret").GetString()!;
        var browser = await Browser.SignUpAsync(platform);
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var made = await browser.PostJsonAsync("/v1/datasets", new { name = "Mine", language = "en" }, token: null);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var me = JsonElement.Parse(await browser.Http.GetStringAsync("/v1/me"));
        Assert.Equal(other.Tenant.Value, me.GetProperty("tenant").GetProperty("id").GetString());
    }

    [Fact]
    public async Task LogOut_EndsTheSession()
    {
        var browser = await Browser.SignUpAsync(platform);
        using var left = await browser.SubmitAsync("/logout", []);
        using var after = await browser.Http.GetAsync("/app");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.StartsWith("/login", after.Headers.Location!.IsAbsoluteUri ? after.Headers.Location.PathAndQuery : after.Headers.Location.OriginalString);
    }
}
