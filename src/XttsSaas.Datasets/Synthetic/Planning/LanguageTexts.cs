using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>A language's sentences, divided: no sentence is in two parts.</summary>
public sealed record LanguageTexts(string Language, IReadOnlyList<string> Training, IReadOnlyList<string> Validation, IReadOnlyList<string> Test)
{
    /// <summary>A word list of the language, from which texts of random words draw; empty where there is none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The part of the sentences that goes into each of validation and test.</summary>
    private const double HeldOut = 0.03;

    /// <summary>Sentences of these lengths are held out; they fit into a clip at any speed.</summary>
    private const int ShortestHeldOut = 12, LongestHeldOut = 110;

    /// <param name="sentences">Distinct; at least <see cref="SentenceBook.Least"/>.</param>
    public static LanguageTexts Divide(string language, IReadOnlyList<string> sentences, long seed)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var order = new SeededStream(seed, $"sentences/{language}").Permutation(sentences.Count);
        var each = Math.Max(1, (int)Math.Round(sentences.Count * HeldOut));
        var held = order.Where(place => sentences[place].Length is >= ShortestHeldOut and <= LongestHeldOut).Take(2 * each).ToArray();
        if (held.Length < 2 * each)
            throw new CorpusException(CorpusFault.WrongRequest, $"Too few sentences of '{language}' have {ShortestHeldOut} to {LongestHeldOut} letters, which validation and test need.");
        var heldOut = held.ToHashSet();
        return new LanguageTexts(
            language,
            [.. sentences.Where((_, place) => !heldOut.Contains(place))],
            [.. held[..each].Select(place => sentences[place])],
            [.. held[each..].Select(place => sentences[place])]);
    }
}
