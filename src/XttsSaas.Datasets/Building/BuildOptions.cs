namespace XttsSaas.Datasets.Building;

/// <summary>How a dataset is built; the same clips, options and seed give the same bytes.</summary>
public sealed record BuildOptions(string Language, int Seed, double ValidationShare = 0.1);
