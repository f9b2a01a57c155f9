using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Judging;

/// <summary>How well two pitch contours agree along an alignment.</summary>
/// <param name="WithinSemitone">Share of the pairs voiced in both that differ by at most a semitone; null where no pair is.</param>
/// <param name="MedianSemitones">Median absolute difference over these pairs; null where there is none.</param>
/// <param name="Pairs">How many pairs are voiced in both.</param>
/// <param name="Voicing">Share of all pairs that are both voiced or both unvoiced.</param>
public sealed record PitchAgreement(double? WithinSemitone, double? MedianSemitones, int Pairs, double Voicing)
{
    /// <summary>Compares along <paramref name="path"/>.</summary>
    public static PitchAgreement Of(WarpingPath path, PitchContour first, PitchContour second)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var differences = new List<double>();
        var alike = 0;
        foreach (var (i, j) in path.Steps)
        {
            if (first.IsVoiced(i) && second.IsVoiced(j))
                differences.Add(Math.Abs(12 * Math.Log2(first.Hertz[i] / second.Hertz[j])));
            alike += first.IsVoiced(i) == second.IsVoiced(j) ? 1 : 0;
        }
        var voicing = (double)alike / path.Steps.Count;
        if (differences.Count == 0)
            return new PitchAgreement(null, null, 0, voicing);
        differences.Sort();
        return new PitchAgreement((double)differences.Count(semitones => semitones <= 1) / differences.Count, differences[differences.Count / 2], differences.Count, voicing);
    }
}
