using System.Text;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Turns text into the GPT's text ids and back. The language tag and the spaces are placed by construction, so text that happens to
/// contain "[STOP]" or "[de]" is spoken, not obeyed. Thread-safe.
/// </summary>
public sealed class XttsTokenizer
{
    private readonly VocabularyFile _vocabulary;
    private readonly BytePairEncoder _encoder;
    private readonly string?[] _tokens;
    private readonly ILookup<char, string> _addedTokens;

    private XttsTokenizer(VocabularyFile vocabulary)
    {
        _vocabulary = vocabulary;
        VocabularySize = vocabulary.Ids.Count == 0 ? 0 : vocabulary.Ids.Values.Max() + 1;
        StartId = Required(SpecialTokens.Start);
        StopId = Required(SpecialTokens.Stop);
        UnknownId = Required(SpecialTokens.Unknown);
        SpaceId = Required(SpecialTokens.Space);
        _encoder = new BytePairEncoder(vocabulary, UnknownId);
        _addedTokens = vocabulary.AddedTokens.Where(token => token.Length > 0).OrderByDescending(token => token.Length).ToLookup(token => token[0]);
        _tokens = new string?[VocabularySize];
        foreach (var (token, id) in vocabulary.Ids)
            _tokens[id] = token;
    }

    /// <summary>Highest id plus one: the rows of the text embedding.</summary>
    public int VocabularySize { get; }

    public int StartId { get; }

    public int StopId { get; }

    public int UnknownId { get; }

    public int SpaceId { get; }

    /// <exception cref="ModelFormatException">Not a vocabulary, or a special token is missing.</exception>
    public static XttsTokenizer Parse(ReadOnlyMemory<byte> vocabularyJson) => new(VocabularyFile.Parse(vocabularyJson));

    /// <inheritdoc cref="Parse"/>
    public static XttsTokenizer Load(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Cleans the text and encodes it: language tag first, no start or stop token.</summary>
    /// <exception cref="ArgumentException">The language is none of the 17 or not in this vocabulary.</exception>
    public int[] Encode(string text, string language) => EncodeCleaned(TextCleaner.Clean(text, language), language);

    /// <summary>Encodes text that has been cleaned already.</summary>
    /// <exception cref="ArgumentException">The language is none of the 17 or not in this vocabulary.</exception>
    public int[] EncodeCleaned(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tag = XttsLanguages.Tag(language);
        var ids = new List<int>
        {
            _vocabulary.Ids.TryGetValue(tag, out var tagId) ? tagId
                : throw new ArgumentException($"This model's vocabulary has no language '{language}' (token {tag}).", nameof(language)),
        };
        var pieces = text.Split(' ');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
                ids.Add(SpaceId);
            _encoder.Encode(pieces[i], ids);
        }
        return [.. ids];
    }

    /// <summary>
    /// Encodes cleaned text as the reference does, for comparison with it: the tag and the spaces are put into the text, and whatever in
    /// it spells an added token becomes that token. A tag that the vocabulary lacks is spelled out, which the model never learned to read.
    /// </summary>
    /// <exception cref="ArgumentException">The language is none of the 17.</exception>
    public int[] EncodeLikeReference(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tagged = XttsLanguages.Tag(language) + text.Replace(" ", SpecialTokens.Space, StringComparison.Ordinal);
        var ids = new List<int>();
        var from = 0;
        for (var i = 0; i < tagged.Length;)
        {
            if (AddedTokenAt(tagged, i) is not { } token)
            {
                i++;
                continue;
            }
            _encoder.Encode(tagged.AsSpan(from, i - from), ids);
            ids.Add(_vocabulary.Ids[token]);
            i += token.Length;
            from = i;
        }
        _encoder.Encode(tagged.AsSpan(from), ids);
        return [.. ids];
    }

    /// <summary>The text of ids: spaces restored, tags and special tokens left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id outside the vocabulary.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var text = new StringBuilder();
        foreach (var id in ids)
        {
            if (id < 0 || id >= VocabularySize)
                throw new ArgumentOutOfRangeException(nameof(ids), id, $"Text ids are 0–{VocabularySize - 1}.");
            if (id == SpaceId)
                text.Append(' ');
            else if (_tokens[id] is { } token && !IsControl(token))
                text.Append(token);
        }
        return text.ToString();
    }

    /// <summary>The longest added token that stands at a place in the text, or null.</summary>
    private string? AddedTokenAt(string text, int index) => _addedTokens[text[index]]
        .FirstOrDefault(token => string.CompareOrdinal(text, index, token, 0, token.Length) == 0);

    private static bool IsControl(string token) => token.Length > 2 && token[0] == '[' && token[^1] == ']';

    private int Required(string token) =>
        _vocabulary.Ids.TryGetValue(token, out var id) ? id : throw new ModelFormatException($"vocab.json has no token {token}.");
}
