namespace XttsSaas.Datasets.Quality;

/// <summary>A rule that a clip broke; <paramref name="Reason"/> says by how much, for the dataset's owner.</summary>
public sealed record QualityFinding(QualityRule Rule, string Reason);
