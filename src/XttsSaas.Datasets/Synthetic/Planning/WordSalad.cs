using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>Sentences of random words, so that unusual words are heard often and no word can be guessed from its neighbours.</summary>
internal sealed class WordSalad
{
    private const int FewestWords = 3, MostWords = 7;

    /// <summary>Longer entries of a word list are rarely words that anybody says.</summary>
    private const int LongestListed = 14;

    private readonly string[] _words;
    private readonly string[] _listed;

    /// <param name="sentences">Where the words come from.</param>
    /// <param name="listed">A word list, from which every second word comes; may be empty.</param>
    public WordSalad(IEnumerable<string> sentences, IEnumerable<string> listed)
    {
        _words = Distinct(sentences.SelectMany(sentence => sentence.Split(' ')).Select(Bare));
        _listed = Distinct(listed.Where(word => word.Length <= LongestListed));
    }

    /// <summary>Each different word is as likely as any other, which prefers the rare ones: most words of a language are.</summary>
    public string Mix(SeededStream draws)
    {
        var count = draws.NextInt(FewestWords, MostWords);
        var words = string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(draws)));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }

    private string Word(SeededStream draws)
    {
        var words = _listed.Length > 0 && draws.NextInt(0, 1) == 1 ? _listed : _words;
        return words[draws.NextInt(0, words.Length - 1)];
    }

    private static string[] Distinct(IEnumerable<string> words) =>
        [.. words.Where(IsWord).Select(word => word.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '!', '?', '¡', '¿', '"', '“', '”', '«', '»', '(', ')', '…', '-', '–', '—', '\'', '‘', '’');

    /// <summary>Letters, with hyphens or apostrophes inside. Capitals throughout are read letter by letter, which lower case would not tell.</summary>
    private static bool IsWord(string word) =>
        word.Length > 0
        && word.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’')
        && (word.Length == 1 || word.Any(char.IsLower));
}
