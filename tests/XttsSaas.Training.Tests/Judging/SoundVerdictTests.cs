using XttsSaas.Training.Judging;

namespace XttsSaas.Training.Tests.Judging;

public sealed class SoundVerdictTests
{
    private static readonly SoundTrial ZeroShot = Trial(0, understood: 0.8, similarity: 0.5, distortion: 6);

    [Fact]
    public void Of_HigherValueAndUnderstoodAsOften_IsBetter()
    {
        var verdict = SoundVerdict.Of([ZeroShot, Trial(50, 0.8, 0.55, 6), Trial(100, 0.8, 0.6, 6)]);

        Assert.True(verdict!.BetterThanZeroShot);
        Assert.Equal((0, 100), (verdict.ZeroShot.Step, verdict.Chosen.Step));
    }

    [Fact]
    public void Of_MoreAlikeButUnderstoodLessOften_IsNotBetter()
    {
        var verdict = SoundVerdict.Of([ZeroShot, Trial(50, understood: 0.7, similarity: 0.9, distortion: 4)]);

        Assert.True(verdict!.Chosen.Score.Value > verdict.ZeroShot.Score.Value);
        Assert.False(verdict.BetterThanZeroShot);
    }

    [Fact]
    public void Of_ExactlyAsGood_IsNotBetter() =>
        Assert.False(SoundVerdict.Of([ZeroShot, ZeroShot with { Step = 50 }])!.BetterThanZeroShot);

    [Fact]
    public void Of_NobodyHeardTheBaseOrACheckpoint_IsUndecided()
    {
        Assert.Null(SoundVerdict.Of([]));
        Assert.Null(SoundVerdict.Of([ZeroShot]));
        Assert.Null(SoundVerdict.Of([Trial(50, 1, 1, 1)]));
    }

    [Fact]
    public void Best_EqualValues_IsTheEarlierAndNeverTheBase() =>
        Assert.Equal(50, SoundVerdict.Best([ZeroShot with { Score = ZeroShot.Score with { Similarity = 1 } }, ZeroShot with { Step = 100 }, ZeroShot with { Step = 50 }])!.Step);

    private static SoundTrial Trial(int step, double understood, double similarity, double distortion) => new(step, new SoundScore
    {
        Sentences = 10,
        Understood = understood,
        Retrieval = 1,
        Similarity = similarity,
        MelCepstralDistortion = distortion,
        LengthRatio = 1,
        CodesPerCharacter = 1,
        StopFailures = 0,
    });
}
