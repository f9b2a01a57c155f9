using XttsSaas.Audio.Loudness;
using XttsSaas.Datasets.Quality;

namespace XttsSaas.Datasets.Tests.Quality;

public sealed class QualityCheckerTests
{
    private const string Text = "The keeper climbed two hundred steps to light the lamp.";
    private static readonly LoudnessReport Good = new(-20, -3, 0, 40);

    [Fact]
    public void Check_GoodClip_HasNoFindings() => Assert.Empty(Check(4, Good, Text));

    [Fact]
    public void Check_TooShort_SaysByHowMuch() =>
        Assert.Equal("Lasts 0.30 s; at least 0.5 s are needed.", Check(0.3, Good, "Yes ok").Single().Reason);

    [Theory]
    [InlineData(12, Text + Text, QualityRule.TooLong)]
    [InlineData(4, "", QualityRule.EmptyText)]
    [InlineData(4, "... !", QualityRule.EmptyText)]
    [InlineData(4, "Oh.", QualityRule.SpeakingRate)]
    [InlineData(1, Text, QualityRule.SpeakingRate)]
    public void Check_LengthOrText_BreaksThatRuleAlone(double seconds, string text, QualityRule rule) =>
        Assert.Equal(rule, Assert.Single(Check(seconds, Good, text)).Rule);

    [Theory]
    [InlineData(-60, 0, 40, QualityRule.Silence)]
    [InlineData(-20, 0.02, 40, QualityRule.Clipping)]
    [InlineData(-20, 0, 3, QualityRule.LowSignalToNoise)]
    public void Check_Sound_BreaksThatRuleAlone(double rms, double clipped, double snr, QualityRule rule) =>
        Assert.Equal(rule, Assert.Single(Check(4, new LoudnessReport(rms, -1, clipped, snr), Text)).Rule);

    [Fact]
    public void Check_SameTextAgain_OnlyTheLaterIsADuplicate()
    {
        var checker = new QualityChecker(new QualityOptions());

        Assert.Empty(checker.Check(4, Good, Text, 1));
        Assert.Equal(QualityRule.DuplicateText, Assert.Single(checker.Check(4, Good, " " + Text.ToUpperInvariant(), 1)).Rule);
    }

    [Fact]
    public void Check_UncertainText_IsLowConfidence() =>
        Assert.Equal(QualityRule.LowConfidence, Assert.Single(new QualityChecker(new QualityOptions()).Check(4, Good, Text, 0.1)).Rule);

    [Fact]
    public void Check_Chinese_MayHaveFewerCharactersPerSecond() => Assert.Empty(Check(3, Good, "你好再见谢谢你"));

    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFault()
    {
        var faults = new QualityOptions
        {
            MinSeconds = -1,
            MaxSeconds = -2,
            MaxClippedShare = 2,
            MinRmsDbfs = 3,
            MinSnrDb = -1,
            MinCharactersPerSecond = -1,
            MaxCharactersPerSecond = -2,
            MinConfidence = 7,
        }.Validate();

        Assert.Equal(8, faults.Count);
        Assert.Empty(new QualityOptions().Validate());
    }

    private static IReadOnlyList<QualityFinding> Check(double seconds, LoudnessReport loudness, string text) =>
        new QualityChecker(new QualityOptions()).Check(seconds, loudness, text, 1);
}
