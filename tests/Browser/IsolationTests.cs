namespace Browser;

/// <summary>Pages of another workspace's things do not exist.</summary>
public sealed class IsolationTests(PortalFixture portal)
{
    [Fact]
    public async Task PagesOfAnotherWorkspace_ForACustomer_Are404()
    {
        await using var owner = await portal.OpenAsCustomerAsync();
        await owner.Page.CreateDatasetAsync("Private");
        var dataset = new Uri(owner.Page.Url).AbsolutePath;
        await owner.Page.CreateVoiceAsync("Private voice");
        var voice = new Uri(owner.Page.Url).AbsolutePath;

        await using var stranger = await portal.OpenAsCustomerAsync();
        foreach (var address in new[] { dataset, voice })
        {
            var response = await stranger.Page.GotoAsync(address);
            Assert.Equal(404, response!.Status);
            Assert.DoesNotContain("Private", await stranger.Page.ContentAsync(), StringComparison.Ordinal);
        }
    }
}
