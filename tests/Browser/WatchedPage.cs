using Microsoft.Playwright;

namespace Browser;

/// <summary>A page with everything that its browser complained about: errors on the console, uncaught exceptions.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add($"{message.Type} on {page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"uncaught on {page.Url}: {error}");
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
