using XttsSaas.Datasets.Synthetic.Speakers;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>
/// Who says what, in a fixed order that follows from the request alone. Training goes on for as long as clips are taken; its numbers begin
/// after those of the other parts.
/// </summary>
public sealed class CorpusPlan
{
    private const int ValidationPerLanguage = 200, TestPerLanguage = 150;
    private readonly IReadOnlyList<LanguageTexts> _texts;
    private readonly CorpusSpeaker[] _training;
    private readonly IReadOnlyList<CorpusSpeaker> _turns;
    private readonly long _seed;

    /// <param name="leads">Ids of speakers who say more than the others; may be empty.</param>
    public CorpusPlan(IReadOnlyList<LanguageTexts> texts, IReadOnlyList<CorpusSpeaker> speakers, long seed, IReadOnlyList<string> leads)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(speakers);
        (_texts, _seed) = (texts, seed);
        _training = [.. speakers.Where(speaker => speaker.Split == SpeakerSplit.Training)];
        _turns = SpeakerTurns.Of(_training, leads, seed);
        var unseen = speakers.Where(speaker => speaker.Split == SpeakerSplit.Unseen).ToArray();
        var number = 0;
        HeldOut =
        [
            .. texts.SelectMany(text => ByTurns(text.Language, text.Validation, ValidationPerLanguage)).Select(pair => (CorpusSplit.Validation, Numbered(pair))),
            .. texts.SelectMany(text => ByTurns(text.Language, text.Test, TestPerLanguage)).Select(pair => (CorpusSplit.Test, Numbered(pair))),
            .. unseen.SelectMany((speaker, place) => texts.SelectMany(text => Cloned(text, speaker, place))).Select(pair => (CorpusSplit.Unseen, Numbered(pair))),
        ];

        Utterance Numbered(Utterance utterance) => utterance with { Number = number++ };
    }

    /// <summary>The clips of validation, of test and of the unseen speakers, in this order.</summary>
    public IReadOnlyList<(CorpusSplit Split, Utterance Utterance)> HeldOut { get; }

    /// <summary>Clips for training; ends only when every speaker has said every sentence of a language.</summary>
    public IEnumerable<Utterance> Training()
    {
        var languages = _texts.Select(text => text.Language).ToArray();
        var supplies = _texts.Select(text => new TrainingTexts(text, _turns.Count, _seed)).ToArray();
        var shares = languages.Select(language => EspeakLanguages.ShareOf(language, languages)).ToArray();
        // Letters stand for time: the plan must not depend on what the synthesizer makes of it.
        var letters = new double[languages.Length];
        for (var number = HeldOut.Count; ; number++)
        {
            var language = Enumerable.Range(0, languages.Length).MinBy(place => letters[place] / shares[place]);
            if (supplies[language].Next() is not var (text, turn))
                yield break;
            letters[language] += text.Length;
            yield return new Utterance(number, _turns[turn], languages[language], text);
        }
    }

    /// <summary>Sentence by sentence, in every round by the next speaker, until each pair of both was there.</summary>
    private IEnumerable<Utterance> ByTurns(string language, IReadOnlyList<string> sentences, int count) =>
        Enumerable.Range(0, Math.Min(count, sentences.Count * _training.Length)).Select(place => (Sentence: place % sentences.Count, Round: place / sentences.Count))
            .Select(pair => new Utterance(0, _training[(pair.Sentence + pair.Round) % _training.Length], language, sentences[pair.Sentence]));

    private static IEnumerable<Utterance> Cloned(LanguageTexts texts, CorpusSpeaker speaker, int place)
    {
        var count = EspeakLanguages.UnseenClipsPerSpeaker(texts.Language);
        return Enumerable.Range(place * count, Math.Min(count, texts.Test.Count))
            .Select(sentence => new Utterance(0, speaker, texts.Language, texts.Test[sentence % texts.Test.Count]));
    }
}
