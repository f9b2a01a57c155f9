using XttsSaas.Audio.Loudness;

namespace XttsSaas.Audio.Segmentation;

/// <summary>Cuts regions of speech that have no pause for too long at their quietest points.</summary>
public static class LongRegions
{
    /// <summary>Of a region that gives two pieces, neither gets a smaller share: no crumbs.</summary>
    private const double SmallestShare = 0.25;

    /// <summary>Of a longer region, the first piece is at least this share of the maximum.</summary>
    private const double EarliestCut = 0.5;

    /// <summary>The same regions, none longer than <paramref name="most"/>; pieces of one region touch.</summary>
    public static IReadOnlyList<TimeRange> Cut(IReadOnlyList<TimeRange> regions, double most, EnergyEnvelope envelope)
    {
        var pieces = new List<TimeRange>(regions.Count);
        foreach (var region in regions)
        {
            var start = region.Start;
            while (region.End - start > most)
            {
                var left = region.End - start;
                var twoPieces = left <= 2 * most;
                var earliest = twoPieces ? Math.Max(left - most, left * SmallestShare) : most * EarliestCut;
                var latest = twoPieces ? Math.Min(most, left * (1 - SmallestShare)) : most;
                var cut = envelope.QuietestTime(new TimeRange(start + earliest, start + latest));
                pieces.Add(new TimeRange(start, cut));
                start = cut;
            }

            pieces.Add(new TimeRange(start, region.End));
        }

        return pieces;
    }
}
