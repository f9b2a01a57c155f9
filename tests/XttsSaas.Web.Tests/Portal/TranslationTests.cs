using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Tests.Portal;

/// <summary>Every text of the pages exists in every language of the portal, with the same placeholders.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string> Languages => [.. PortalLanguages.All.Select(language => language.Key).Where(key => key != PortalLanguages.Default)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryTextOfThePages_InEveryLanguage_IsTranslated(string language)
    {
        var translations = Translations(language);
        Assert.Empty(TextsOfPages().Except(translations.Keys));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryTranslation_InEveryLanguage_KeepsThePlaceholders(string language)
    {
        foreach (var (text, translation) in Translations(language))
            Assert.Equal(Placeholders(text), Placeholders(translation));
    }

    private static Dictionary<string, string> Translations(string language)
    {
        var resources = new ResourceManager(typeof(PortalText)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(resources);
        return resources.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> TextsOfPages()
    {
        var web = Path.Combine(Root(), "web", "XttsSaas.Web");
        var sources = new[] { "Pages", "Portal" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(web, folder), "*", SearchOption.AllDirectories))
            .Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));
        var texts = sources.SelectMany(file => Lookup().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(texts);
        return texts;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "XttsSaas.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("""\b(?:L|text)\["((?:[^"\\]|\\.)*)["]""")]
    private static partial Regex Lookup();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
