namespace XttsSaas.Datasets.Synthetic;

/// <summary>How far a build is; seconds are of sound.</summary>
public readonly record struct CorpusProgress(int Clips, double Seconds, double TargetSeconds);
