using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>Signing up, in and out.</summary>
public sealed class SignInTests(PortalFixture portal)
{
    [Fact]
    public async Task SignUp_WithNewAddress_OpensTheWorkspace()
    {
        await using var watched = await portal.OpenAsync();
        await watched.Page.SignUpAsync("Harbour Audio", "harbour@example.com", PortalFixture.Password);
        await Expect(watched.Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await Expect(watched.Page.Locator(".rail .tenant")).ToContainTextAsync("Harbour Audio");
    }

    [Fact]
    public async Task SignUp_WithShortPassword_SaysSoBesideTheFieldAndKeepsTheRest()
    {
        await using var watched = await portal.OpenAsync();
        await watched.Page.SignUpAsync("Harbour Audio", "short@example.com", "short");
        await Expect(watched.Page.Locator("#Input_Password-error")).ToContainTextAsync("10 characters");
        await Expect(watched.Page.GetByLabel("Organisation")).ToHaveValueAsync("Harbour Audio");
        await Expect(watched.Page.GetByLabel("E-mail")).ToHaveValueAsync("short@example.com");
    }

    [Fact]
    public async Task LogIn_AfterLogOut_GoesWhereThePersonWantedToBe()
    {
        await using var watched = await portal.OpenAsync();
        var page = watched.Page;
        await page.SignUpAsync("Return", "return@example.com", PortalFixture.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await page.GotoAsync("/app/usage");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Log in" })).ToBeVisibleAsync();
        await page.GetByLabel("E-mail").FillAsync("return@example.com");
        await page.GetByLabel("Password").FillAsync(PortalFixture.Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Usage" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task LogIn_WithWrongPassword_SaysSoAndStays()
    {
        await using var watched = await portal.OpenAsync();
        await watched.Page.LogInAsync("nobody@example.com", "not the password");
        await Expect(watched.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("E-mail or password is wrong");
        await Expect(watched.Page.GetByLabel("E-mail")).ToHaveValueAsync("nobody@example.com");
    }

    [Fact]
    public async Task Capacity_ForACustomer_IsNoSuchPage()
    {
        await using var watched = await portal.OpenAsCustomerAsync();
        var response = await watched.Page.GotoAsync("/admin");
        Assert.Equal(404, response!.Status);
    }
}
