using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>Theme, language, shortcuts and the frame.</summary>
public sealed class PreferenceTests(PortalFixture portal)
{
    [Fact]
    public async Task Theme_WhenToggled_StaysOnTheNextPage()
    {
        await using var watched = await portal.OpenAsync();
        await watched.Page.GotoAsync("/");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await watched.Page.GotoAsync("/login");
        await Expect(watched.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Theory]
    [InlineData("pt", "Entrar")]
    [InlineData("ru", "Войти")]
    public async Task Language_WhenChosen_TranslatesThePage(string language, string heading)
    {
        await using var watched = await portal.OpenAsync();
        await watched.Page.GotoAsync("/login");
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = language, Exact = true }).ClickAsync();
        await Expect(watched.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(watched.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shortcuts_PressedInTurn_MoveAroundAndListThemselves()
    {
        await using var watched = await portal.OpenAsCustomerAsync();
        var page = watched.Page;
        await Expect(page.Locator("#connection")).ToHaveAttributeAsync("data-state", "live");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Voices", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator("#connection")).ToHaveAttributeAsync("data-state", "live");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pages_Always_ForbidForeignScriptsAndFrames()
    {
        await using var watched = await portal.OpenAsync();
        var response = await watched.Page.GotoAsync("/");
        var policy = response!.Headers["content-security-policy"];
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }
}
