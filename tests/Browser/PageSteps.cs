using Microsoft.Playwright;

namespace Browser;

/// <summary>What people do on pages, by the words that they see.</summary>
internal static class PageSteps
{
    public static async Task SignUpAsync(this IPage page, string organization, string email, string password)
    {
        await page.GotoAsync("/signup");
        await page.GetByLabel("Organisation").FillAsync(organization);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create workspace" }).ClickAsync();
    }

    public static async Task LogInAsync(this IPage page, string email, string password)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
    }

    /// <summary>Makes a dataset and stays on its page.</summary>
    public static async Task CreateDatasetAsync(this IPage page, string name)
    {
        await page.GotoAsync("/app/data/new");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create and upload" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }

    /// <summary>Makes a voice with its speaker's consent and stays on its page.</summary>
    public static async Task CreateVoiceAsync(this IPage page, string name)
    {
        await page.GotoAsync("/app/voices/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Speaker's name").FillAsync("Ana Prado");
        await page.GetByLabel("What the speaker allows").FillAsync("I allow this workspace to make a copy of my voice and to use it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the voice" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
    }
}
