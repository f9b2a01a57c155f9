using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>API keys from the portal.</summary>
public sealed class KeyTests(PortalFixture portal)
{
    [Fact]
    public async Task CreatedKey_UntilRevoked_OpensTheApi()
    {
        await using var watched = await portal.OpenAsCustomerAsync();
        var page = watched.Page;
        await page.GotoAsync("/app/keys");
        await page.GetByLabel("Name").FillAsync("shop server");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        var secret = await page.Locator("#secret").TextContentAsync();
        Assert.Equal(200, await StatusAsync(secret!));

        await page.GotoAsync("/app/keys");
        Assert.Equal(0, await page.Locator("#secret").CountAsync());
        Assert.DoesNotContain(secret!, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke for good" }).ClickAsync();
        await Expect(page.GetByText("No keys yet")).ToBeVisibleAsync();
        Assert.Equal(401, await StatusAsync(secret!));
    }

    [Fact]
    public async Task Create_WithoutName_SaysSoBesideTheField()
    {
        await using var watched = await portal.OpenAsCustomerAsync();
        await watched.Page.GotoAsync("/app/keys");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        await Expect(watched.Page.Locator("#Input_Name-error")).ToContainTextAsync("Give the key a name");
    }

    private async Task<int> StatusAsync(string secret)
    {
        using var http = new HttpClient { BaseAddress = new Uri(portal.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var response = await http.GetAsync("/v1/voices");
        return (int)response.StatusCode;
    }
}
