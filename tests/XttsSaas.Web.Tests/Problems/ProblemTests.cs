using System.Text;

namespace XttsSaas.Web.Tests.Problems;

public sealed class ProblemTests(PlatformFixture platform)
{
    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "not_found")]
    [InlineData("GET", "/v1/voices/not-an-id", 404, "not_found")]
    [InlineData("PUT", "/v1/login", 405, "invalid_request")]
    [InlineData("GET", "/v1/voices", 401, "unauthenticated")]
    [InlineData("GET", "/hubs/tenant", 401, "unauthenticated")]
    [InlineData("GET", "/v1/admin/capacity", 401, "unauthenticated")]
    public async Task Error_OfRoutingOrDoor_IsAProblem(string method, string address, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var problem = await Problem.OfAsync(await platform.Anonymous().Http.SendAsync(request));
        Assert.Equal((status, code), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData("{\"email\": 5, \"password\": \"x\"}", "email")]
    [InlineData("{\"mail\": \"a@example.com\"}", "mail")]
    [InlineData("{\"email\": ", "email")]
    [InlineData("{email: 1}", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public async Task Json_Bad_SaysWhichField(string body, string? field)
    {
        var problem = await Problem.OfAsync(await platform.Anonymous().Http.PostAsync("/v1/login", new StringContent(body, Encoding.UTF8, "application/json")));
        Assert.Equal((400, "invalid_request", field), (problem.Status, problem.Code, problem.Field));
        Assert.DoesNotContain("System.", problem.Detail);
    }

    [Fact]
    public async Task Body_OfAnotherType_IsRefusedWith415()
    {
        var problem = await Problem.OfAsync(await platform.Anonymous().Http.PostAsync("/v1/login", new StringContent("email=a", Encoding.UTF8, "text/plain")));
        Assert.Equal((415, "invalid_request"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Upload_AsJson_IsRefusedWith415()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeDatasetAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync($"/v1/datasets/{dataset}/sources", new { }));
        Assert.Equal(415, problem.Status);
    }

    [Fact]
    public async Task Json_OverTheLimit_IsRefusedWith413()
    {
        var problem = await Problem.OfAsync(await platform.Anonymous().Http.PostAsJsonAsync("/v1/login", new { email = new string('a', 2 << 20), password = "x" }));
        Assert.Equal((413, "file_too_large"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Exception_Unexpected_TellsNothingOfItsInside()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        var problem = await Problem.OfAsync(await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = ScriptedSpeechEngine.FailingText }));
        Assert.Equal((500, "internal"), (problem.Status, problem.Code));
        Assert.DoesNotContain("secret", problem.Detail);
    }

    [Fact]
    public void Catalogue_HasEveryCode()
    {
        foreach (var code in Enum.GetValues<ErrorCode>())
            Assert.InRange(Web.Problems.ProblemCatalog.Of(code).Status, 400, 599);
    }
}
