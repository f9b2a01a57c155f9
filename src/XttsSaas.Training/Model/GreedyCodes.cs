namespace XttsSaas.Training.Model;

/// <summary>Codes that were chosen greedily.</summary>
/// <param name="Codes">The stop code included where it was produced.</param>
/// <param name="Margins">Per code, the best score less the second best, after the repetition penalty.</param>
/// <param name="Scores">Per code, the scores [audio tokens] before the penalty.</param>
public sealed record GreedyCodes(int[] Codes, float[] Margins, IReadOnlyList<float[]> Scores);
