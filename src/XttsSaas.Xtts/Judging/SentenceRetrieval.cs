namespace XttsSaas.Xtts.Judging;

/// <summary>
/// Whether an utterance is nearer to the recording of its own sentence than to those of all others.
/// </summary>
public sealed class SentenceRetrieval
{
    /// <summary>Free stretching lays any sentence over any other: with 1, half of the sentences are lost to another voice; with 2, hardly one.</summary>
    private const double StretchCost = 2;

    private readonly MelCepstra[] _recordings;

    /// <param name="recordings">One of each sentence.</param>
    public SentenceRetrieval(IEnumerable<SpeechFeatures> recordings) => _recordings = [.. recordings.Select(recording => recording.Cepstra.Words())];

    /// <summary>The place of sentence <paramref name="own"/>, 0 for the nearest, among all of them.</summary>
    public int Rank(SpeechFeatures utterance, int own)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var words = utterance.Cepstra.Words();
        var distance = TimeWarping.Distance(words, _recordings[own], StretchCost);
        return _recordings.Where((_, other) => other != own).Count(other => TimeWarping.Distance(words, other, StretchCost) <= distance);
    }
}
