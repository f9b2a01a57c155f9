using XttsSaas.Xtts.Judging.Recognition;

namespace XttsSaas.Training.Judging;

/// <summary>
/// A recogniser that tells whether English speech is the sentence it should be, among near neighbours and the other transcripts.
/// Sentences with words outside its dictionary, and recordings that it does not recognise themselves, are not asked about.
/// </summary>
internal sealed class SentenceListener : IDisposable
{
    private readonly SphinxRecognizer recogniser = new(SphinxModel.English);
    private readonly IReadOnlyList<string>?[] closedSets;

    private SentenceListener(IReadOnlyList<HeldOutSentence> sentences, IEnumerable<string> transcripts, long seed)
    {
        var closed = new ClosedSet(transcripts, SphinxModel.English.Words(), (int)seed);
        closedSets = [.. sentences.Select(sentence => closed.For(sentence.Text) is { } choices && IsFirst(choices, sentence.Recording.Samples, sentence.Recording.SampleRate) ? choices : null)];
    }

    /// <summary>A listener; null where the language is another or the recogniser is not installed.</summary>
    public static SentenceListener? Of(string language, IReadOnlyList<HeldOutSentence> sentences, IEnumerable<string> transcripts, long seed)
    {
        if (language != "en" || !SphinxModel.English.IsInstalled)
            return null;
        try
        {
            return new SentenceListener(sentences, transcripts, seed);
        }
        catch (RecognitionException)
        {
            return null; // The model is there, its library is not.
        }
    }

    /// <summary>Whether speech is recognised as sentence number <paramref name="sentence"/>; null where it cannot tell.</summary>
    public bool? Hears(int sentence, float[] speech, int sampleRate) =>
        closedSets[sentence] is { } choices ? IsFirst(choices, speech, sampleRate) : null;

    public void Dispose() => recogniser.Dispose();

    private bool IsFirst(IReadOnlyList<string> choices, float[] speech, int sampleRate) =>
        recogniser.Recognize(speech, sampleRate, choices) == choices[0];
}
