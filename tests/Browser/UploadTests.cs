using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser;

/// <summary>Recordings reach a dataset, and what is no recording is refused in words beside its name.</summary>
public sealed class UploadTests(PortalFixture portal) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xtts-takes-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Upload_OfTwoRecordingsWithTexts_ListsThemWithTheirTranscripts()
    {
        var files = await Recordings.MakeAsync(folder.FullName, 2);
        await using var watched = await portal.OpenAsCustomerAsync();
        var page = watched.Page;
        await page.CreateDatasetAsync("Uploads");
        await page.Locator("[data-drop-input]").SetInputFilesAsync(files);
        var recordings = page.Locator("[data-live=sources] tbody tr");
        await Expect(recordings).ToHaveCountAsync(2);
        await Expect(recordings.Filter(new() { HasText = "yours" })).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-upload-list] .bad")).ToHaveCountAsync(0);
        Assert.Empty(watched.Complaints);
    }

    [Fact]
    public async Task Upload_OfATextNamedWav_SaysWhatWasWrongAndAddsNothing()
    {
        var fake = Path.Combine(folder.FullName, "fake.wav");
        await File.WriteAllTextAsync(fake, "this is not audio at all");
        await using var watched = await portal.OpenAsCustomerAsync();
        var page = watched.Page;
        await page.CreateDatasetAsync("Refused");
        await page.Locator("[data-drop-input]").SetInputFilesAsync(fake);
        await Expect(page.Locator("[data-upload-list] [role=alert]")).ToContainTextAsync("fake.wav");
        await page.ReloadAsync();
        await Expect(page.GetByText("Nothing uploaded yet.")).ToBeVisibleAsync();
    }
}
