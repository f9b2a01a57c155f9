using XttsSaas.Audio.Vad;

namespace XttsSaas.Audio.Tests.Vad;

public sealed class SpeechRegionsTests
{
    private static readonly VadOptions Bare = new() { PaddingSeconds = 0, MinSpeechSeconds = 0, MinSilenceSeconds = 0.2 };

    [Fact]
    public void Find_DipAboveTheLowerThreshold_StaysSpeech() =>
        Assert.Equal([new TimeRange(0.1, 0.6)], Find(Bare, 0, 0.9f, 0.4f, 0.4f, 0.4f, 0.9f, 0, 0));

    [Fact]
    public void Find_ShortSilence_IsPartOfTheSpeech() =>
        Assert.Equal([new TimeRange(0, 0.3)], Find(Bare, 0.9f, 0, 0.9f, 0, 0));

    [Fact]
    public void Find_LongSilence_Splits() =>
        Assert.Equal(2, Find(Bare, 0.9f, 0, 0, 0.9f).Count);

    [Fact]
    public void Find_ShortBurst_IsDropped() =>
        Assert.Empty(Find(Bare with { MinSpeechSeconds = 0.15 }, 0, 0.9f, 0, 0, 0));

    [Fact]
    public void Find_Padding_NeverMakesRegionsTouch()
    {
        var regions = Find(Bare with { PaddingSeconds = 1 }, 0, 0.9f, 0, 0, 0, 0.9f, 0);

        Assert.Equal(2, regions.Count);
        Assert.True(regions[0].End < regions[1].Start);
        Assert.Equal((0, 0.7), (regions[0].Start, Math.Round(regions[1].End, 6)));
    }

    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFault()
    {
        var faults = new VadOptions { Threshold = 1.5, Hysteresis = -1, MinSpeechSeconds = -1, MinSilenceSeconds = 0, PaddingSeconds = 9 }.Validate();

        Assert.Equal(5, faults.Count);
        Assert.Equal("Vad:Threshold is 1.5; must be 0.05–0.95", faults[0]);
        Assert.Empty(new VadOptions().Validate());
    }

    private static IReadOnlyList<TimeRange> Find(VadOptions options, params float[] probabilities) =>
        [.. SpeechRegions.Find(probabilities, 0.1, probabilities.Length * 0.1, options)
            .Select(region => new TimeRange(Math.Round(region.Start, 6), Math.Round(region.End, 6)))];
}
