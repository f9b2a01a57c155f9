using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>The main job by hand: recordings become a dataset, the dataset a voice, the voice speech.</summary>
public sealed class JourneyTests(PortalFixture portal) : IDisposable
{
    /// <summary>How long a step of real work may take before the test gives up on it.</summary>
    private const float PatienceMs = 300_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xtts-takes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Recordings_CutReviewedBuiltAndTrained_BecomeAVoiceThatSpeaks()
    {
        var files = await Recordings.MakeAsync(folder.FullName, 3);
        await using var watched = await portal.OpenAsCustomerAsync();
        var page = watched.Page;

        await page.CreateDatasetAsync("Journey");
        var dataset = page.Url;
        await page.Locator("[data-drop-input]").SetInputFilesAsync(files);
        await Expect(page.Locator("[data-live=sources] tbody tr")).ToHaveCountAsync(3);
        await ProcessAsync(page);
        await ReviewAsync(page);
        await BuildAsync(page);

        await page.CreateVoiceAsync("Ana");
        await page.Locator("[data-drop-input]").SetInputFilesAsync(files[0]);
        await Expect(page.Locator("[data-live=voice-state]").GetByText("Ready")).ToBeVisibleAsync();

        await TrainAsync(page, dataset);
        await SpeakAsync(page);
        Assert.Empty(watched.Complaints);
    }

    private static async Task ProcessAsync(IPage page)
    {
        await page.Locator(".page-action").GetByRole(AriaRole.Button, new() { Name = "Process recordings" }).ClickAsync();
        await Expect(page.Locator("[data-live=dataset-state] .badge")).ToHaveTextAsync("Ready", new() { Timeout = PatienceMs });
        await Expect(page.Locator("[data-segment]").First).ToBeVisibleAsync();
    }

    private static async Task ReviewAsync(IPage page)
    {
        var first = page.Locator("[data-segment]").First;
        await first.FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(first).ToHaveClassAsync(new Regex("rejected"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("a");
        await Expect(first).Not.ToHaveClassAsync(new Regex("rejected"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("A corrected sentence.");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Url.Contains("handler=Edit", StringComparison.Ordinal));
        await page.ReloadAsync();
        await Expect(page.Locator("[data-segment] input[name=text]").First).ToHaveValueAsync("A corrected sentence.");
    }

    private static async Task BuildAsync(IPage page)
    {
        await page.Locator(".page-action").GetByRole(AriaRole.Button, new() { Name = "Make a build" }).ClickAsync();
        var zip = page.GetByRole(AriaRole.Link, new() { Name = "zip" });
        await Expect(zip).ToBeVisibleAsync(new() { Timeout = PatienceMs });
        var download = await page.RunAndWaitForDownloadAsync(() => zip.ClickAsync());
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync());
        Assert.Contains(archive.Entries, entry => entry.Name == "metadata.csv");
    }

    private static async Task TrainAsync(IPage page, string dataset)
    {
        await page.GotoAsync($"/app/training/new?dataset={new Uri(dataset).Segments[^1]}");
        await page.GetByLabel("Name").FillAsync("Journey run");
        await page.GetByLabel("Steps", new() { Exact = true }).FillAsync("20");
        await page.GetByText("More settings").ClickAsync();
        await page.GetByLabel("Checkpoint every").FillAsync("10");
        await page.GetByLabel("Validate every").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Queue the run" }).ClickAsync();
        await Expect(page.Locator(".state-line .badge")).ToHaveTextAsync(new Regex("Completed|Failed|Cancelled"), new() { Timeout = PatienceMs });
        await Expect(page.Locator(".notice.bad")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-chart] canvas")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-live=checkpoints] li")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Hear it" }).ClickAsync();
    }

    private static async Task SpeakAsync(IPage page)
    {
        const string text = "Good morning, everybody.";
        await page.GetByLabel("Text to speak").FillAsync(text);
        await Expect(page.Locator("#cost")).ToContainTextAsync($"{text.Length} characters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Speak", Exact = true }).ClickAsync();
        await Expect(page.Locator("#take")).ToBeVisibleAsync(new() { Timeout = PatienceMs });
        await Expect(page.Locator("#takes li")).ToHaveCountAsync(1);
        await Expect(page.Locator("#take-time")).Not.ToHaveTextAsync("0:00.0 / 0:00.0");
        await page.GotoAsync("/app/usage");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = $"{text.Length} characters" })).ToBeVisibleAsync();
    }
}
