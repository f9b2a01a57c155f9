using System.IO.Compression;
using System.Text;

namespace XttsSaas.Xtts.Text.Chinese;

/// <summary>
/// Readings of single characters and of phrases. The resource <c>pinyin.txt.gz</c> has one line per syllable with the characters that
/// are read so by themselves ("ai4 爱碍…"), an empty line, then one line per phrase, followed by its syllables where they are not those
/// of its characters alone ("银行 yin2 hang2"). Its origin and licence are in <c>pinyin.LICENSE.txt</c>.
/// </summary>
internal sealed class PinyinTable
{
    private static readonly Lazy<PinyinTable> Loaded = new(Load);

    private readonly Dictionary<int, string> _characters;
    private readonly Dictionary<string, string?> _phrases;
    private readonly int _longestPhrase;

    private PinyinTable(Dictionary<int, string> characters, Dictionary<string, string?> phrases)
    {
        _characters = characters;
        _phrases = phrases;
        _longestPhrase = phrases.Keys.Max(phrase => phrase.Length);
    }

    /// <summary>The table of the resource, read at its first use and then kept (about 8 MB).</summary>
    public static PinyinTable Instance => Loaded.Value;

    /// <summary>The syllable of a character by itself, or null.</summary>
    public string? ReadingOf(Rune character) => _characters.GetValueOrDefault(character.Value);

    /// <summary>
    /// The longest phrase that <paramref name="text"/> starts with: its length in UTF-16 units, 0 when there is none, and its syllables
    /// where they differ from those of its characters alone.
    /// </summary>
    public (int Length, string? Reading) LongestPhrase(ReadOnlySpan<char> text)
    {
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longestPhrase, text.Length); length > 1; length--)
        {
            if (lookup.TryGetValue(text[..length], out var reading))
                return (length, reading);
        }
        return (0, null);
    }

    private static PinyinTable Load()
    {
        using var resource = typeof(PinyinTable).Assembly.GetManifestResourceStream("pinyin.txt.gz")
            ?? throw new InvalidOperationException("The assembly was built without its resource pinyin.txt.gz.");
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress), Encoding.UTF8);
        var characters = new Dictionary<int, string>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var syllable = line[..space];
            foreach (var character in line.AsSpan(space + 1).EnumerateRunes())
                characters[character.Value] = syllable;
        }
        var phrases = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            phrases[space < 0 ? line : line[..space]] = space < 0 ? null : line[(space + 1)..].Replace(" ", "", StringComparison.Ordinal);
        }
        return new PinyinTable(characters, phrases);
    }
}
