namespace XttsSaas.Cli.Judging;

/// <summary>One cloned speaker.</summary>
internal sealed record CloneReport(string Speaker, string Variant, double SimilarityOwn, double SimilarityOthers, bool OwnNearest, double SpectrumOwn, double SpectrumOthers, bool SpectrumOwnNearest);
