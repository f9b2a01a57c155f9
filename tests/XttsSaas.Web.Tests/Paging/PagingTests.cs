namespace XttsSaas.Web.Tests.Paging;

public sealed class PagingTests(PlatformFixture platform)
{
    [Fact]
    public async Task List_FollowedByNext_ShowsEverythingOnceNewestFirst()
    {
        var customer = await platform.SignUpAsync();
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add(await customer.MakeVoiceAsync($"Voice {i}"));
        var pages = await WalkAsync(customer, "/v1/voices", limit: 2);
        Assert.Equal([2, 2, 1], pages.Select(page => page.Length));
        Assert.Equal(made.OrderDescending(StringComparer.Ordinal), pages.SelectMany(page => page));
    }

    [Fact]
    public async Task Segments_FollowedByNext_ComeInTheirOrder()
    {
        var customer = await platform.SignUpAsync();
        var dataset = await customer.MakeBuiltDatasetAsync(platform);
        var all = Assert.Single(await WalkAsync(customer, $"/v1/datasets/{dataset}/segments", limit: 100));
        var paged = await WalkAsync(customer, $"/v1/datasets/{dataset}/segments", limit: 1);
        Assert.Equal(ScriptedDatasetSteps.SegmentsPerSource, paged.Count);
        Assert.Equal(all, paged.SelectMany(page => page));
    }

    [Fact]
    public async Task Ledger_FollowedByNext_ShowsEveryLineOnce()
    {
        var customer = await platform.SignUpAsync();
        var voice = await customer.MakeSpeakableVoiceAsync();
        for (var i = 0; i < 3; i++)
        {
            using var spoken = await customer.Http.PostAsJsonAsync("/v1/speech", new { voice, text = $"Number {i}." });
            Assert.Equal(HttpStatusCode.OK, spoken.StatusCode);
        }
        var pages = await WalkAsync(customer, "/v1/usage/events", limit: 1);
        Assert.Equal(3, pages.SelectMany(page => page).Distinct().Count());
    }

    [Theory]
    [InlineData("/v1/voices?limit=0")]
    [InlineData("/v1/voices?limit=101")]
    [InlineData("/v1/datasets?limit=x")]
    public async Task Limit_OutOfRange_IsNamed(string address)
    {
        var customer = await platform.SignUpAsync();
        var problem = await Problem.OfAsync(await customer.Http.GetAsync(address));
        Assert.Equal(400, problem.Status);
        Assert.Equal("limit", problem.Field, ignoreCase: true);
    }

    private static async Task<List<string[]>> WalkAsync(ApiClient customer, string address, int limit)
    {
        var pages = new List<string[]>();
        string? next = null;
        do
        {
            var after = next is null ? string.Empty : $"&after={Uri.EscapeDataString(next)}";
            var page = await customer.GetAsync($"{address}?limit={limit}{after}");
            pages.Add([.. page.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)]);
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        return pages;
    }
}
