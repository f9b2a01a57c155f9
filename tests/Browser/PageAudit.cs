using Microsoft.Playwright;

namespace Browser;

/// <summary>What must hold on every page, whatever it shows.</summary>
internal static class PageAudit
{
    private const string RunAxe = """
        async () => (await axe.run()).violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)
        """;

    private const string FindOverflow = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
            [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(e => `${e.tagName.toLowerCase()}.${e.className}`)
        """;

    public static async Task AssertAccessibleAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(RepositoryPaths.Axe));
        Assert.Empty(await page.EvaluateAsync<string[]>(RunAxe));
    }

    public static async Task AssertNoSidewaysScrollAsync(IPage page) =>
        Assert.Empty(await page.EvaluateAsync<string[]>(FindOverflow));
}
