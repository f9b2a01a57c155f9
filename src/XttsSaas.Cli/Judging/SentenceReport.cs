namespace XttsSaas.Cli.Judging;

/// <summary>One sentence in one voice.</summary>
/// <param name="Recognised">Null where the recogniser does not know the language or one of the words.</param>
/// <param name="Heard">What the recogniser took it for.</param>
/// <param name="Rank">Place of its own recording among those of all sentences, 0 for the nearest.</param>
/// <param name="Voiced">Frames of the alignment that are voiced in both.</param>
internal sealed record SentenceReport(
    string Text, string Language, string Speaker, bool? Recognised, bool? SourceRecognised, string? Heard, int Rank, bool Stopped, int Codes, double Seconds,
    double LengthRatio, double MelCepstralDistortion, double? PitchWithinSemitone, int Voiced, double SimilarityOwn, double SimilarityOthers)
{
    /// <summary>Over the voiced frames of all sentences.</summary>
    public static double WithinSemitone(IReadOnlyList<SentenceReport> sentences) =>
        sentences.Sum(sentence => (sentence.PitchWithinSemitone ?? 0) * sentence.Voiced) / Math.Max(1, sentences.Sum(sentence => sentence.Voiced));
}
