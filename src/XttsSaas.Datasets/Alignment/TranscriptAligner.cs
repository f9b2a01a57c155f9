using XttsSaas.Audio;
using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Segmentation;

namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// Cuts a recording and its known text together, without recognising a word.
/// <code>
/// speech   ▐██▌ ▐████▌  ▐███▌▐█▌  ▐████▌        regions between pauses
/// text     [clause,][clause.][Sentence.][…]     units, each expected to last weight × seconds per letter
///              └── a segment: 1..k regions with 1..m units ──┘
/// </code>
/// Dynamic programming finds the cheapest way to pair them in order; cost[i, j] pairs the first i regions with the
/// first j units. A region without text or a unit that was not spoken may be left out, at a price. Pairs that drift
/// further apart than a band are not tried, so the work grows with the length and not with its square.
/// </summary>
public sealed class TranscriptAligner(SegmenterOptions options)
{
    private const int MostRegions = 16;
    private const int MostUnits = 16;
    private const double LeastBandSeconds = 20;
    private const double MostBandSeconds = 300;
    private const double BandShare = 0.15;
    private const double UnitShareOfMaximum = 0.8;
    private const int MostRounds = 3;
    private const double RateTolerance = 0.02;
    private const double ConfidenceSteepness = 1.5;

    public TranscriptAlignment Align(string text, IReadOnlyList<TimeRange> speech, EnergyEnvelope envelope, double duration)
    {
        var regions = LongRegions.Cut(speech, options.MaxSeconds, envelope);
        var spoken = regions.Sum(region => region.Length);
        if (spoken <= 0)
            return new TranscriptAlignment([], [text], 0);

        // A short recording with its text, as in an LJSpeech folder, is a segment already.
        var whole = new TimeRange(regions[0].Start, regions[^1].End);
        if (whole.Length <= options.MaxSeconds)
            return new TranscriptAlignment([new AlignedSegment(Pad([whole], duration)[0], text, 1)], [], 0);
        var secondsPerWeight = spoken / TextSplitter.Weigh(text);
        var units = TextSplitter.Split(text, options.MaxSeconds * UnitShareOfMaximum / secondsPerWeight);
        if (units.Count == 0)
            return new TranscriptAlignment([], [], spoken);
        return Collect(regions, units, SolveAtTrueRate(regions, units, spoken / units.Sum(unit => unit.Weight)), duration);
    }

    // Text that was not spoken, or speech without text, falsifies the rate over the whole; most segments are right even
    // so, and their median tells the true one.
    private Step[] SolveAtTrueRate(IReadOnlyList<TimeRange> regions, IReadOnlyList<TextUnit> units, double secondsPerWeight)
    {
        for (var round = 0; ; round++)
        {
            var steps = Solve(regions, units, secondsPerWeight);
            double[] ratios = [.. steps.Where(step => step.Ratio > 0).Select(step => step.Ratio).Order()];
            var median = ratios.Length == 0 ? 1 : ratios[ratios.Length / 2];
            if (round == MostRounds || Math.Abs(median - 1) < RateTolerance)
                return steps;
            secondsPerWeight *= median;
        }
    }

    private Step[] Solve(IReadOnlyList<TimeRange> regions, IReadOnlyList<TextUnit> units, double secondsPerWeight)
    {
        var spoken = Sums(regions, region => region.Length); // spoken[i]: seconds in the first i regions
        var expected = Sums(units, unit => unit.Weight * secondsPerWeight);
        var band = Math.Clamp(spoken[^1] * BandShare, LeastBandSeconds, MostBandSeconds) + Math.Abs(spoken[^1] - expected[^1]);
        var costs = new AlignmentCosts(options, UsualSentencePause(regions, units));
        var best = new Dictionary<(int I, int J), Step> { [(0, 0)] = new(0, 0, 0, 0) };
        var firstUnit = 0;
        for (var i = 0; i <= regions.Count; i++)
        {
            while (firstUnit < units.Count && expected[firstUnit] < spoken[i] - band)
                firstUnit++;
            for (var j = firstUnit; j <= units.Count && expected[j] <= spoken[i] + band; j++)
            {
                if (best.TryGetValue((i, j), out var here))
                    Extend(i, j, here.Cost);
            }
        }

        return Trace(best, regions.Count, units.Count);

        void Extend(int i, int j, double cost)
        {
            if (i < regions.Count)
                Offer(i + 1, j, new Step(cost + AlignmentCosts.Unmatched(regions[i].Length), 1, 0, 0));
            if (j < units.Count)
                Offer(i, j + 1, new Step(cost + AlignmentCosts.Unmatched(expected[j + 1] - expected[j]), 0, 1, 0));
            for (var i2 = i + 1; i2 <= Math.Min(regions.Count, i + MostRegions); i2++)
            {
                var span = regions[i2 - 1].End - regions[i].Start;
                if (i2 > i + 1 && (span > options.MaxSeconds || regions[i2 - 1].Start - regions[i2 - 2].End > options.MaxPauseSeconds))
                    break;
                var pause = i2 == regions.Count ? double.PositiveInfinity : regions[i2].Start - regions[i2 - 1].End;
                for (var j2 = j + 1; j2 <= Math.Min(units.Count, j + MostUnits); j2++)
                {
                    var (said, due) = (spoken[i2] - spoken[i], expected[j2] - expected[j]);
                    var segment = costs.Segment(said, due, span, pause, units[j2 - 1].End);
                    Offer(i2, j2, new Step(cost + segment, i2 - i, j2 - j, said / due));
                }
            }
        }

        void Offer(int i, int j, Step step)
        {
            if (!best.TryGetValue((i, j), out var old) || step.Cost < old.Cost)
                best[(i, j)] = step;
        }
    }

    private static Step[] Trace(Dictionary<(int I, int J), Step> best, int i, int j)
    {
        var steps = new List<Step>();
        while (i > 0 || j > 0)
        {
            var step = best[(i, j)];
            steps.Add(step);
            (i, j) = (i - step.Regions, j - step.Units);
        }

        steps.Reverse();
        return [.. steps];
    }

    private TranscriptAlignment Collect(IReadOnlyList<TimeRange> regions, IReadOnlyList<TextUnit> units, Step[] steps, double duration)
    {
        var (ranges, texts, confidences) = (new List<TimeRange>(), new List<string>(), new List<double>());
        var unmatchedText = new List<string>();
        var unmatchedSeconds = 0.0;
        var (i, j) = (0, 0);
        foreach (var step in steps)
        {
            if (step.Units == 0)
            {
                unmatchedSeconds += regions[i].Length;
            }
            else if (step.Regions == 0)
            {
                unmatchedText.Add(units[j].Text);
            }
            else
            {
                ranges.Add(new TimeRange(regions[i].Start, regions[i + step.Regions - 1].End));
                texts.Add(Join(units.Skip(j).Take(step.Units)));
                var ends = Certainty(j == 0 ? UnitEnd.Sentence : units[j - 1].End) * Certainty(units[j + step.Units - 1].End);
                confidences.Add(ends * Math.Exp(-ConfidenceSteepness * Math.Abs(Math.Log(step.Ratio))));
            }

            (i, j) = (i + step.Regions, j + step.Units);
        }

        var padded = Pad(ranges, duration);
        return new TranscriptAlignment(
            [.. padded.Select((range, n) => new AlignedSegment(range, texts[n], confidences[n]))], unmatchedText, unmatchedSeconds);
    }

    private IReadOnlyList<TimeRange> Pad(IReadOnlyList<TimeRange> ranges, double duration) =>
        Segmenter.Pad(ranges, duration, options.PaddingSeconds, options.MaxSeconds);

    // Chinese and Japanese have no spaces between sentences.
    private static string Join(IEnumerable<TextUnit> units) =>
        units.Aggregate("", (text, unit) => text.Length == 0 ? unit.Text : text[^1] > '\u2FFF' ? text + unit.Text : text + " " + unit.Text);

    private static double Certainty(UnitEnd end) => end switch { UnitEnd.Sentence => 1, UnitEnd.Clause => 0.9, _ => 0.6 };

    /// <summary>The median of the longest pauses, as many as the text has sentence ends inside.</summary>
    private static double UsualSentencePause(IReadOnlyList<TimeRange> regions, IReadOnlyList<TextUnit> units)
    {
        var sentences = units.Take(units.Count - 1).Count(unit => unit.End == UnitEnd.Sentence);
        double[] longest = [.. regions.Zip(regions.Skip(1), (a, b) => b.Start - a.End).OrderDescending().Take(sentences)];
        return longest.Length == 0 ? 0 : longest[longest.Length / 2];
    }

    private static double[] Sums<T>(IReadOnlyList<T> items, Func<T, double> value)
    {
        var sums = new double[items.Count + 1];
        for (var i = 0; i < items.Count; i++)
            sums[i + 1] = sums[i] + value(items[i]);
        return sums;
    }

    /// <summary>How a pair (i, j) was reached: with how many regions and units, and spoken over expected seconds.</summary>
    private readonly record struct Step(double Cost, int Regions, int Units, double Ratio);
}
