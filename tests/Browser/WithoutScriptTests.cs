using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>Everything that is a form works in a browser without scripts.</summary>
public sealed class WithoutScriptTests(PortalFixture portal)
{
    [Fact]
    public async Task DatasetVoiceAndKey_WithoutScript_AreMade()
    {
        await using var watched = await portal.OpenAsCustomerAsync(script: false);
        var page = watched.Page;
        await page.CreateDatasetAsync("Plain");
        await page.CreateVoiceAsync("Plain voice");
        await page.GotoAsync("/app/keys");
        await page.GetByLabel("Name").FillAsync("server");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        await Expect(page.Locator("#secret")).ToContainTextAsync("xtts_");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "server", Exact = true })).ToBeVisibleAsync();
    }
}
