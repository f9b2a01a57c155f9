namespace XttsSaas.Xtts.Judging;

/// <summary>Two recordings laid over each other.</summary>
/// <param name="Distance">Mel-cepstral distortion in dB, the mean along the path.</param>
/// <param name="Steps">Pairs of frames, from the first pair to the last; neither index ever falls.</param>
public sealed record WarpingPath(double Distance, IReadOnlyList<(int First, int Second)> Steps);
