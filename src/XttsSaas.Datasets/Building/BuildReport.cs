namespace XttsSaas.Datasets.Building;

/// <summary>
/// What was built. <paramref name="SharedSources"/> are recordings with clips on both sides of the split: none where
/// the recordings' sizes allow it.
/// </summary>
public sealed record BuildReport(int Clips, int TrainClips, int ValidationClips, double Seconds, IReadOnlyList<string> SharedSources);
