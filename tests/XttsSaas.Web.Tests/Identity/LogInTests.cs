namespace XttsSaas.Web.Tests.Identity;

public sealed class LogInTests(PlatformFixture platform)
{
    private const string Password = "a long pass phrase";

    private readonly ApiClient _client = platform.Anonymous();

    [Fact]
    public async Task LogIn_RightPassword_GivesATokenThatWorks()
    {
        var email = await CustomerAsync();
        var answer = await _client.PostAsync("/v1/login", new { email, password = Password });
        Assert.Equal("Bearer", answer.GetProperty("tokenType").GetString());
        _client.Use(answer.GetProperty("accessToken").GetString()!);
        var me = await _client.GetAsync("/v1/me");
        Assert.Equal(answer.GetProperty("tenant").GetString(), me.GetProperty("tenant").GetProperty("id").GetString());
    }

    [Fact]
    public async Task LogIn_UnknownEmailAndWrongPassword_HaveTheSameAnswer()
    {
        var email = await CustomerAsync();
        var wrong = await Problem.OfAsync(await LogInAsync(email, "not the pass phrase"));
        var unknown = await Problem.OfAsync(await LogInAsync("nobody@example.com", "not the pass phrase"));
        Assert.Equal(wrong, unknown);
        Assert.Equal((401, "unauthenticated"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task LogIn_FiveWrongPasswords_LocksTheAccountWithTheSameWords()
    {
        var email = await CustomerAsync();
        Problem? wrong = null;
        for (var i = 0; i < 5; i++)
            wrong = await Problem.OfAsync(await LogInAsync(email, "not the pass phrase"));
        var locked = await Problem.OfAsync(await LogInAsync(email, Password));
        Assert.Equal(wrong, locked);
    }

    [Fact]
    public async Task Token_Tampered_IsRefused()
    {
        _client.Use("CfDJ8-not-a-token");
        using var answer = await _client.Http.GetAsync("/v1/me");
        Assert.Equal((401, "unauthenticated"), await CodeAsync(answer));
        Assert.Contains("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    private static async Task<(int, string)> CodeAsync(HttpResponseMessage answer)
    {
        var problem = await Problem.OfAsync(answer);
        return (problem.Status, problem.Code);
    }

    private async Task<string> CustomerAsync()
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        await _client.PostAsync("/v1/signup", new { email, password = Password, organization = "Acme" });
        return email;
    }

    private Task<HttpResponseMessage> LogInAsync(string email, string password) => _client.Http.PostAsJsonAsync("/v1/login", new { email, password });
}
