namespace XttsSaas.Web.Tests.Identity;

public sealed class SignUpTests(PlatformFixture platform)
{
    private readonly ApiClient _client = platform.Anonymous();

    [Fact]
    public async Task SignUp_NewCustomer_OwnsANewTenant()
    {
        var customer = await platform.SignUpAsync("Byron & Co");
        var me = await customer.GetAsync("/v1/me");
        Assert.Equal("Byron & Co", me.GetProperty("tenant").GetProperty("name").GetString());
        Assert.Equal("free", me.GetProperty("tenant").GetProperty("plan").GetString());
        Assert.Equal("owner", me.GetProperty("role").GetString());
    }

    [Fact]
    public async Task SignUp_Repeated_GivesTheSameTenant()
    {
        var request = new { email = "twice@example.com", password = "a long pass phrase", organization = "Twice" };
        var first = await _client.PostAsync("/v1/signup", request);
        var second = await _client.PostAsync("/v1/signup", request);
        Assert.Equal(first.GetProperty("tenant").GetString(), second.GetProperty("tenant").GetString());
        Assert.Equal(first.GetProperty("user").GetString(), second.GetProperty("user").GetString());
    }

    [Fact]
    public async Task SignUp_TakenEmailWithAnotherPassword_IsRefusedWithoutSayingThatItExists()
    {
        await _client.PostAsync("/v1/signup", new { email = "taken@example.com", password = "a long pass phrase", organization = "One" });
        var problem = await Problem.OfAsync(await _client.Http.PostAsJsonAsync("/v1/signup", new { email = "taken@example.com", password = "another pass phrase", organization = "Two" }));
        Assert.Equal((409, "conflict"), (problem.Status, problem.Code));
        Assert.DoesNotContain("exists", problem.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("taken", problem.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nobody", "a long pass phrase", "Acme", "email")]
    [InlineData("", "a long pass phrase", "Acme", "email")]
    [InlineData("x@example.com", "short", "Acme", "password")]
    [InlineData("x@example.com", "aaaaaaaaaaaaaa", "Acme", "password")]
    [InlineData("someone.long@example.com", "someone.long@example.com", "Acme", "password")]
    [InlineData("x@example.com", "a long pass phrase", "", "organization")]
    public async Task SignUp_BadInput_NamesTheField(string email, string password, string organization, string field)
    {
        var problem = await Problem.OfAsync(await _client.Http.PostAsJsonAsync("/v1/signup", new { email, password, organization }));
        Assert.Equal((400, "invalid_request", field), (problem.Status, problem.Code, problem.Field));
    }
}
