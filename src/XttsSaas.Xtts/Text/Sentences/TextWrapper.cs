using System.Text;

namespace XttsSaas.Xtts.Text.Sentences;

/// <summary>
/// Wraps at white space to lines of at most a number of characters, as Python's <c>textwrap.wrap</c> does without breaking at hyphens:
/// white space at the seams is dropped, and a word longer than a line starts in what is left of the line before.
/// Length counts characters, so that a surrogate pair is one and is never cut.
/// </summary>
internal static class TextWrapper
{
    private const string BreakingSpaces = " \t\n\v\f\r";

    /// <summary>Lines in order, none of them empty.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var rest = Chunks(text);
        while (rest.Count > 0)
        {
            var line = new List<string>();
            var left = width;
            if (lines.Count > 0 && IsSpace(rest.Peek()))
                rest.Pop();
            while (rest.Count > 0 && CountOf(rest.Peek()) is var length && length <= left)
            {
                line.Add(rest.Pop());
                left -= length;
            }
            if (rest.Count > 0 && CountOf(rest.Peek()) > width)
            {
                var word = rest.Pop();
                var cut = IndexOf(word, left);
                line.Add(word[..cut]);
                rest.Push(word[cut..]);
            }
            if (line.Count > 0 && IsSpace(line[^1]))
                line.RemoveAt(line.Count - 1);
            if (line.Count > 0)
                lines.Add(string.Concat(line));
        }
        return lines;
    }

    /// <summary>How many characters a text has.</summary>
    public static int CountOf(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }
        return count;
    }

    /// <summary>Words and the white space between them, first on top.</summary>
    private static Stack<string> Chunks(string text)
    {
        var chunks = new Stack<string>();
        for (var end = text.Length; end > 0;)
        {
            var start = end - 1;
            var space = BreakingSpaces.Contains(text[start], StringComparison.Ordinal);
            while (start > 0 && BreakingSpaces.Contains(text[start - 1], StringComparison.Ordinal) == space)
                start--;
            chunks.Push(space ? new string(' ', end - start) : text[start..end]);
            end = start;
        }
        return chunks;
    }

    private static int IndexOf(string text, int characters)
    {
        var index = 0;
        for (; characters > 0; characters--)
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    private static bool IsSpace(string chunk) => string.IsNullOrWhiteSpace(chunk);
}
