namespace XttsSaas.Cli.Judging;

/// <summary>The sentences of one language.</summary>
internal sealed record LanguageReport(
    string Language, int Sentences, double Retrieval, int StopFailures, double LengthRatio, double PitchWithinSemitone, double MelCepstralDistortion)
{
    public static LanguageReport Of(string language, IReadOnlyList<SentenceReport> sentences) => new(
        language,
        sentences.Count,
        sentences.Average(sentence => sentence.Rank == 0 ? 1.0 : 0.0),
        sentences.Count(sentence => !sentence.Stopped),
        sentences.Average(sentence => sentence.LengthRatio),
        SentenceReport.WithinSemitone(sentences),
        sentences.Average(sentence => sentence.MelCepstralDistortion));
}
