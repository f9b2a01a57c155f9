using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>
/// An endless supply of one language's texts for training, until every speaker has said every sentence. In each pass every sentence comes
/// once, by the speaker after the one of the pass before, so that nobody says a sentence twice.
/// </summary>
internal sealed class TrainingTexts
{
    private const double SaladShare = 0.15, JoinedShare = 0.05;

    /// <summary>With fewer sentences than this, so many more texts are salads that the language's spelling is still heard in full.</summary>
    private const int ManySentences = 10_000;

    private const double SaladShareOfFew = 0.45;

    /// <summary>Two sentences of at most this many letters make a text of up to 10 s.</summary>
    private const int LongestJoined = 80;

    private readonly IReadOnlyList<string> _sentences;
    private readonly int _speakers;
    private readonly SeededStream _draws;
    private readonly WordSalad _salad;
    private readonly double _saladShare;
    private readonly int[] _firstSpeaker;
    private int[] _order = [];
    private int _next;
    private int _pass = -1;

    /// <param name="speakers">How many speak.</param>
    public TrainingTexts(LanguageTexts texts, int speakers, long seed)
    {
        _sentences = texts.Training;
        _speakers = speakers;
        _draws = new SeededStream(seed, $"training/{texts.Language}");
        _salad = new WordSalad(texts.Training, texts.Words);
        _saladShare = texts.Words.Count > 0 && texts.Training.Count < ManySentences ? SaladShareOfFew : SaladShare;
        _firstSpeaker = [.. texts.Training.Select(_ => _draws.NextInt(0, speakers - 1))];
    }

    /// <summary>The next text and the place of its speaker; nothing when everything is said.</summary>
    public (string Text, int Speaker)? Next()
    {
        if (_next == _order.Length && !Turn())
            return null;
        var kind = _draws.NextDouble();
        if (kind < _saladShare)
            return (_salad.Mix(_draws), _draws.NextInt(0, _speakers - 1));
        var place = _order[_next++];
        var text = _sentences[place];
        if (kind < _saladShare + JoinedShare && ShortAfter(text) is { } second)
            text = $"{text} {second}";
        return (text, (_firstSpeaker[place] + _pass) % _speakers);
    }

    private string? ShortAfter(string text) =>
        text.Length <= LongestJoined && _next < _order.Length && _sentences[_order[_next]] is { Length: <= LongestJoined } second
            ? (_next++, second).second
            : null;

    private bool Turn()
    {
        if (++_pass >= _speakers)
            return false;
        _order = _draws.Permutation(_sentences.Count);
        _next = 0;
        return true;
    }
}
