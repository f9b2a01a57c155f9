using System.IO.Compression;
using System.Text;

namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>
/// Words whose Latin form is not the plain romanisation of their reading: loan words in their foreign spelling (トイレ "toilet"), other
/// readings (私 "watakushi"), words that are written apart (富士山 "fuji yama"). The resource <c>japanese.txt.gz</c> has one
/// "key value" per line; a sign before the key tells the role of the word, a space before the value that it stands apart from the word
/// before it. Its origin and licence are in <c>japanese.LICENSE.txt</c>.
/// </summary>
internal sealed class RomajiLexicon
{
    public const string Suffix = "~";
    public const string Counter = "#";
    public const string Particle = "!";
    public const string Conjunctive = "^";
    public const string Inflected = "+";

    private static readonly Lazy<RomajiLexicon> Loaded = new(Load);

    private readonly Dictionary<string, string> _entries;

    private RomajiLexicon(Dictionary<string, string> entries) => _entries = entries;

    /// <summary>The lexicon of the resource, read at its first use and then kept (about 15 MB).</summary>
    public static RomajiLexicon Instance => Loaded.Value;

    /// <summary>The Latin form of a word in its role, or null for the plain romanisation.</summary>
    public string? Find(string role, string word) => _entries.GetValueOrDefault(role + word);

    /// <summary>The Latin form of a noun, or null.</summary>
    public string? Find(string word) => _entries.GetValueOrDefault(word);

    /// <summary>An unknown katakana word as the fewest known words that make it up, or null.</summary>
    public string? FindCompound(string katakana)
    {
        // best[i]: how to write the first i characters with the fewest words.
        var best = new (int Words, string Text)?[katakana.Length + 1];
        best[0] = (0, "");
        for (var start = 0; start < katakana.Length; start++)
        {
            if (best[start] is not { } head)
                continue;
            for (var end = start + 2; end <= katakana.Length; end++)
            {
                if (Find(katakana[start..end]) is { } word && (best[end] is not { } known || head.Words + 1 < known.Words))
                    best[end] = (head.Words + 1, head.Words == 0 ? word : $"{head.Text} {word}");
            }
        }
        return best[^1]?.Text;
    }

    private static RomajiLexicon Load()
    {
        using var resource = typeof(RomajiLexicon).Assembly.GetManifestResourceStream("japanese.txt.gz")
            ?? throw new InvalidOperationException("The assembly was built without its resource japanese.txt.gz.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress), Encoding.UTF8);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            entries[line[..space]] = line[(space + 1)..];
        }
        return new RomajiLexicon(entries);
    }
}
