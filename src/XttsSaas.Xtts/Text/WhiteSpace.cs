using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text;

/// <summary>White space as Python sees it: Unicode's, and the four separators U+001C to U+001F.</summary>
internal static partial class WhiteSpace
{
    public static bool Contains(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Contains(text[start]))
            start++;
        while (end > start && Contains(text[end - 1]))
            end--;
        return text[start..end];
    }

    public static string Collapse(string text) => Trim(Run().Replace(text, " "));

    [GeneratedRegex(@"[\s\x1c-\x1f]+")]
    private static partial Regex Run();
}
