using Microsoft.Playwright;

namespace Browser;

/// <summary>One platform and one browser for all tests of the assembly; every test has its own browser context.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    public const string Chromium = "/usr/bin/chromium";
    public const string Password = "a long enough sentence";

    /// <summary>When a test gives up on something that should appear; what appears sooner is seen at once.</summary>
    private const float PatienceMs = 60_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
    ];

    private PlatformProcess? platform;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private int accounts;

    public string Address => platform?.Address ?? throw new InvalidOperationException("The platform is not running.");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        platform = await PlatformProcess.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (platform is not null)
            await platform.DisposeAsync();
    }

    /// <summary>A page that nobody is signed in to; it collects what the browser complains about.</summary>
    public async Task<WatchedPage> OpenAsync(int width = 1440, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipUnless(browser is not null, $"{Chromium} is missing; install the Debian package chromium");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = colours,
        });
        return new WatchedPage(await context.NewPageAsync());
    }

    /// <summary>A page of a customer who just signed up with a new workspace.</summary>
    public async Task<WatchedPage> OpenAsCustomerAsync(int width = 1440, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        var watched = await OpenAsync(width, script, colours);
        var number = Interlocked.Increment(ref accounts);
        await watched.Page.SignUpAsync($"Workspace {number}", $"person{number}@example.com", Password);
        return watched;
    }

    /// <summary>A page of the operator, who belongs to no workspace.</summary>
    public async Task<WatchedPage> OpenAsOperatorAsync(int width = 1440)
    {
        var watched = await OpenAsync(width);
        await watched.Page.LogInAsync(PlatformProcess.OperatorEmail, PlatformProcess.OperatorPassword);
        return watched;
    }
}
