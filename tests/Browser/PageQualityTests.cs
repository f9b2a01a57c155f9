using Microsoft.Playwright;

namespace Browser;

/// <summary>Every page at phone and desk widths, light and dark: readable by everybody, no sideways scroll, a silent console.</summary>
public sealed class PageQualityTests(PortalFixture portal)
{
    private static readonly int[] Widths = [320, 375, 1440];

    private static readonly string[] PublicPages = ["/", "/signup", "/login"];

    private static readonly string[] CustomerPages =
    [
        "/app", "/app/data", "/app/data/new", "/app/training", "/app/training/new", "/app/voices", "/app/voices/new",
        "/app/studio", "/app/keys", "/app/usage",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task PublicPages_AtEveryWidth_PassTheAudit(ColorScheme colours)
    {
        await using var watched = await portal.OpenAsync(colours: colours);
        await AuditAsync(watched, PublicPages);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EmptyWorkspace_AtEveryWidth_PassesTheAudit(ColorScheme colours)
    {
        await using var watched = await portal.OpenAsCustomerAsync(colours: colours);
        await AuditAsync(watched, CustomerPages);
    }

    [Fact]
    public async Task FilledPages_AtEveryWidth_PassTheAudit()
    {
        await using var watched = await portal.OpenAsCustomerAsync();
        await watched.Page.CreateDatasetAsync("Studio takes of a speaker with a rather long name");
        var dataset = watched.Page.Url;
        await watched.Page.CreateVoiceAsync("Ana");
        await AuditAsync(watched, [new Uri(dataset).AbsolutePath, new Uri(watched.Page.Url).AbsolutePath, "/app", "/app/data", "/app/voices"]);
    }

    [Fact]
    public async Task Capacity_AtEveryWidth_PassesTheAudit()
    {
        await using var watched = await portal.OpenAsOperatorAsync();
        await AuditAsync(watched, ["/admin"]);
    }

    [Fact]
    public async Task UnknownAddress_Always_IsAPageInTheSameLook()
    {
        await using var watched = await portal.OpenAsync();
        var response = await watched.Page.GotoAsync("/no-such-page");
        Assert.Equal(404, response!.Status);
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing here" })).ToBeVisibleAsync();
        await PageAudit.AssertAccessibleAsync(watched.Page);
    }

    private static async Task AuditAsync(WatchedPage watched, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
        {
            var response = await watched.Page.GotoAsync(address);
            Assert.Equal(200, response!.Status);
            Assert.Equal(address, new Uri(watched.Page.Url).AbsolutePath);
            foreach (var width in Widths)
            {
                await watched.Page.SetViewportSizeAsync(width, 900);
                await PageAudit.AssertNoSidewaysScrollAsync(watched.Page);
                await PageAudit.AssertAccessibleAsync(watched.Page);
            }
        }
        Assert.Empty(watched.Complaints);
    }
}
