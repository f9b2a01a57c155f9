using XttsSaas.Audio.Segmentation;

namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// What a segment of some units of text over some regions of speech costs. The length term follows Gale and Church,
/// "A Program for Aligning Sentences in Bilingual Corpora" (1993): the squared deviation from the expected length
/// over a variance that grows with it.
/// </summary>
internal sealed class AlignmentCosts(SegmenterOptions options, double usualSentencePause)
{
    private const double VariancePerSecond = 0.04;
    private const double LeastVariance = 0.02;
    private const double UnmatchedBase = 6;
    private const double UnmatchedPerSecond = 4;
    private const double LengthWeight = 0.5;
    private const double TooShort = 3;
    private const double PauseWeight = 1.5;
    private const double ShortestPause = 0.02;

    /// <summary>Squared deviation of the spoken seconds from the expected ones, in variances.</summary>
    public static double Deviation(double spoken, double expected)
    {
        var deviation = spoken - expected;
        return deviation * deviation / ((VariancePerSecond * expected) + LeastVariance);
    }

    public static double Unmatched(double seconds) => UnmatchedBase + (UnmatchedPerSecond * seconds);

    /// <param name="spoken">Seconds of speech, without the pauses between regions.</param>
    /// <param name="expected">Seconds that the text should take.</param>
    /// <param name="span">Seconds from the first region's beginning to the last one's end.</param>
    /// <param name="pauseAfter">Silence that follows; infinite at the end.</param>
    /// <param name="end">What the text ends with.</param>
    public double Segment(double spoken, double expected, double span, double pauseAfter, UnitEnd end)
    {
        var length = (span / options.TargetSeconds) - 1;
        return Deviation(spoken, expected)
            + (LengthWeight * length * length)
            + (span < options.MinSeconds ? TooShort : 0)
            + BoundaryCost(end)
            + PauseCost(pauseAfter);
    }

    private static double BoundaryCost(UnitEnd end) => end switch { UnitEnd.Sentence => 0, UnitEnd.Clause => 2, _ => 6 };

    // A sentence rarely ends at a pause much shorter than this speaker's usual pause between sentences.
    private double PauseCost(double pause) =>
        double.IsInfinity(pause) ? 0 : PauseWeight * Math.Max(0, Math.Log(usualSentencePause / Math.Max(pause, ShortestPause)));
}
