using XttsSaas.Audio.Loudness;

namespace XttsSaas.Audio.Segmentation;

/// <summary>
/// Groups regions of speech into segments of a good length.
/// <code>
/// 1 cut     regions longer than the maximum, at their quietest point   (the only cuts inside speech)
/// 2 merge   neighbours into segments: dynamic programming over where segments begin,
///           cost = (length / target − 1)², and a penalty under the minimum
/// 3 pad     into the pauses, at most half of each, never beyond the maximum
/// </code>
/// Invariants: every region is covered, segments are in order and do not overlap, none is longer than the maximum,
/// and the same input gives the same segments.
/// </summary>
public static class Segmenter
{
    private const double TooShortPenalty = 4;

    public static IReadOnlyList<TimeRange> Segment(
        IReadOnlyList<TimeRange> speech, EnergyEnvelope envelope, double duration, SegmenterOptions options)
    {
        var pieces = LongRegions.Cut(speech, options.MaxSeconds, envelope);
        return Pad(Merge(pieces, options), duration, options.PaddingSeconds, options.MaxSeconds);
    }

    /// <summary>
    /// Widens ordered ranges into the silence around them: by <paramref name="padding"/> at most, by half of a pause
    /// at most, and to no more than <paramref name="most"/> seconds in all.
    /// </summary>
    public static IReadOnlyList<TimeRange> Pad(IReadOnlyList<TimeRange> ranges, double duration, double padding, double most)
    {
        var padded = new TimeRange[ranges.Count];
        for (var i = 0; i < padded.Length; i++)
        {
            var range = ranges[i];
            var room = Math.Max(0, (most - range.Length) / 2);
            var before = i == 0 ? range.Start : (range.Start - ranges[i - 1].End) / 2;
            var after = i == padded.Length - 1 ? duration - range.End : (ranges[i + 1].Start - range.End) / 2;
            padded[i] = new TimeRange(
                range.Start - Math.Clamp(padding, 0, Math.Min(room, Math.Max(0, before))),
                range.End + Math.Clamp(padding, 0, Math.Min(room, Math.Max(0, after))));
        }

        return padded;
    }

    private static List<TimeRange> Merge(IReadOnlyList<TimeRange> pieces, SegmenterOptions options)
    {
        var best = new double[pieces.Count + 1]; // best[i]: the cheapest way to group the first i pieces
        var begin = new int[pieces.Count + 1]; // begin[i]: where its last group begins
        for (var end = 1; end <= pieces.Count; end++)
        {
            best[end] = double.PositiveInfinity;
            for (var start = end - 1; start >= 0; start--)
            {
                var length = pieces[end - 1].End - pieces[start].Start;
                if (start < end - 1 && (length > options.MaxSeconds || pieces[start + 1].Start - pieces[start].End > options.MaxPauseSeconds))
                    break;
                var cost = best[start] + Cost(length, options);
                if (cost < best[end])
                    (best[end], begin[end]) = (cost, start);
            }
        }

        var groups = new List<TimeRange>();
        for (var end = pieces.Count; end > 0; end = begin[end])
            groups.Add(new TimeRange(pieces[begin[end]].Start, pieces[end - 1].End));
        groups.Reverse();
        return groups;
    }

    private static double Cost(double length, SegmenterOptions options)
    {
        var deviation = (length / options.TargetSeconds) - 1;
        return (deviation * deviation) + (length < options.MinSeconds ? TooShortPenalty : 0);
    }
}
