using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Segmentation;

namespace XttsSaas.Audio.Tests.Segmentation;

public sealed class SegmenterTests
{
    private static readonly SegmenterOptions Options = new();

    [Fact]
    public void Segment_ManySeeds_CoversSpeechWithoutOverlapWithinTheMaximum()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (speech, envelope, duration) = Recording(seed);

            var segments = Segmenter.Segment(speech, envelope, duration, Options);

            Assert.All(segments, segment => Assert.InRange(segment.Length, 0.001, Options.MaxSeconds + 1e-6));
            Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start + 1e-9));
            Assert.True(segments[0].Start >= 0 && segments[^1].End <= duration + 1e-9);
            Assert.All(speech, region => Assert.Equal(region.Length, segments.Sum(segment => Overlap(segment, region)), 6));
            Assert.Equal(segments, Segmenter.Segment(speech, envelope, duration, Options));
        }
    }

    [Fact]
    public void Segment_RegionsWithinTheMaximum_AreNeverCut()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (speech, envelope, duration) = Recording(seed);
            var whole = speech.Where(region => region.Length <= Options.MaxSeconds).ToArray();

            var segments = Segmenter.Segment(speech, envelope, duration, Options);

            Assert.All(whole, region => Assert.Single(segments, segment => Overlap(segment, region) > 1e-9));
        }
    }

    [Fact]
    public void Segment_LongRegion_IsCutAtItsQuietestPoint()
    {
        var samples = Fixtures.Sound.Sine(200, 16, 1000);
        samples.AsSpan(7_300, 20).Clear(); // 20 ms of silence at 7.3 s
        var envelope = Envelope(samples, 1000);

        var segments = Segmenter.Segment([new TimeRange(0, 16)], envelope, 16, Options);

        Assert.Equal(2, segments.Count);
        Assert.InRange(segments[0].End, 7.3, 7.32);
        Assert.Equal(segments[0].End, segments[1].Start);
    }

    [Fact]
    public void Segment_ShortNeighbours_AreMergedTowardsTheTarget()
    {
        var speech = Enumerable.Range(0, 12).Select(i => new TimeRange(i * 2, (i * 2) + 1.6)).ToArray();

        var segments = Segmenter.Segment(speech, Envelope(new float[25_000], 1000), 25, Options);

        Assert.Equal(4, segments.Count);
        Assert.All(segments, segment => Assert.InRange(segment.Length, 5, 7));
    }

    [Fact]
    public void Segment_LongPause_AlwaysSeparates()
    {
        var segments = Segmenter.Segment([new TimeRange(0, 1), new TimeRange(3, 4)], Envelope(new float[5000], 1000), 5, Options);

        Assert.Equal([new TimeRange(0, 1.1), new TimeRange(2.9, 4.1)], segments);
    }

    [Fact]
    public void Segment_NoSpeech_GivesNone() =>
        Assert.Empty(Segmenter.Segment([], Envelope(new float[1000], 1000), 1, Options));

    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFault()
    {
        var faults = new SegmenterOptions { MinSeconds = 0, TargetSeconds = 99, MaxSeconds = 90, PaddingSeconds = -1, MaxPauseSeconds = 0 }.Validate();

        Assert.Equal(5, faults.Count);
        Assert.Empty(Options.Validate());
    }

    private static (TimeRange[] Speech, EnergyEnvelope Envelope, double Duration) Recording(int seed)
    {
        var random = new Random(seed);
        var speech = new List<TimeRange>();
        var time = random.NextDouble();
        for (var region = 0; region < 1 + (seed % 40); region++)
        {
            var end = time + 0.1 + (random.NextDouble() * (random.Next(8) == 0 ? 40 : 5));
            speech.Add(new TimeRange(time, end));
            time = end + 0.05 + (random.NextDouble() * 2);
        }

        var samples = new float[(int)(time * 200)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (float)random.NextDouble();
        return ([.. speech], Envelope(samples, 200), time);
    }

    private static EnergyEnvelope Envelope(float[] samples, int rate)
    {
        var envelope = new EnergyEnvelope(rate);
        envelope.Add(samples);
        envelope.Complete();
        return envelope;
    }

    private static double Overlap(TimeRange a, TimeRange b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
