namespace XttsSaas.Cli.Judging;

/// <summary>Unseen speakers, cloned from their references.</summary>
/// <param name="OwnNearest">Speakers whose output is nearest to their own reference by the speaker encoder.</param>
/// <param name="SpectrumOwnNearest">The same by mean pitch and long-term spectrum, which no network was trained for.</param>
internal sealed record CloningReport(int Speakers, int OwnNearest, int SpectrumOwnNearest, double SimilarityOwn, double SimilarityOthers, IReadOnlyList<CloneReport> Rows);
