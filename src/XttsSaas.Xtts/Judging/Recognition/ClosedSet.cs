using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>
/// The sentences among which one must be recognised: itself, near neighbours that differ in one or two words, and others. Only the seed
/// and the pool decide which; the order in which sentences are judged does not.
/// </summary>
public sealed class ClosedSet
{
    public const int Neighbours = 20;
    public const int Others = 100;

    /// <summary>So many tries to find one more neighbour; a sentence of very few or very long words has not enough of them.</summary>
    private const int Tries = 50;

    private readonly List<string[]> _pool;
    private readonly ILookup<int, string> _wordsByLength;
    private readonly IReadOnlySet<string> _dictionary;
    private readonly int _seed;

    /// <param name="pool">Sentences that give the words of neighbours, and the others.</param>
    /// <param name="dictionary">Words that can be recognised.</param>
    /// <param name="seed">Of the choices.</param>
    public ClosedSet(IEnumerable<string> pool, IReadOnlySet<string> dictionary, int seed)
    {
        (_dictionary, _seed) = (dictionary, seed);
        _pool = [.. pool.Select(SpokenWords.Of).Where(IsUsable).DistinctBy(words => string.Join(' ', words), StringComparer.Ordinal)];
        _wordsByLength = _pool.SelectMany(words => words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(word => word.Length);
    }

    /// <summary>The true sentence first, then its neighbours, then others; null where the dictionary lacks one of its words.</summary>
    public IReadOnlyList<string>? For(string sentence)
    {
        var words = SpokenWords.Of(sentence);
        if (!IsUsable(words))
            return null;
        var truth = string.Join(' ', words);
        var random = new Random(BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{_seed} {truth}"))));
        var sentences = new List<string> { truth };
        var known = new HashSet<string>(sentences, StringComparer.Ordinal);
        for (var tries = 0; tries < Neighbours * Tries && sentences.Count <= Neighbours; tries++)
            Add(Neighbour(words, random));
        var others = _pool.Select(other => string.Join(' ', other)).ToArray();
        random.Shuffle(others);
        foreach (var other in others.Where(other => other != truth).Take(Others))
            Add(other);
        return sentences;

        void Add(string? candidate)
        {
            if (candidate is not null && known.Add(candidate))
                sentences.Add(candidate);
        }
    }

    private bool IsUsable(string[] words) => words.Length > 0 && words.All(_dictionary.Contains);

    /// <summary>The sentence with one or two words changed; null where a word has no other of its length.</summary>
    private string? Neighbour(string[] words, Random random)
    {
        var changed = (string[])words.Clone();
        var places = Enumerable.Range(0, words.Length).ToArray();
        random.Shuffle(places);
        foreach (var place in places.Take(random.Next(1, 3)))
        {
            var choices = Similar(words[place]);
            if (choices.Count == 0)
                return null;
            changed[place] = choices[random.Next(choices.Count)];
        }
        return string.Join(' ', changed);
    }

    /// <summary>Other words that are at most one letter shorter or longer.</summary>
    private List<string> Similar(string word) =>
        [.. Enumerable.Range(word.Length - 1, 3).SelectMany(length => _wordsByLength[length]).Where(other => other != word)];
}
