namespace XttsSaas.Web.Portal;

/// <summary>The languages the portal itself speaks, each under its own name.</summary>
public static class PortalLanguages
{
    public const string Default = "en";

    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("en", "English"),
        new("pt", "Português"),
        new("ru", "Русский"),
    ];

    public static bool IsKnown(string? code) => All.Any(language => language.Key == code);
}
