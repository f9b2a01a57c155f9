using XttsSaas.Training.Pretraining.Speaker;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class VerificationTrialsTests
{
    [Fact]
    public void Trials_SpeakersApart_HaveNoErrors()
    {
        var trials = new VerificationTrials(["a", "a", "b", "b"], Symmetric(4, 0.9f, 0.1f, 0.2f, 0, 0.3f, 0.8f));

        Assert.Equal(0, trials.EqualErrorRate);
        Assert.Equal(1, trials.NearestOfSameSpeaker);
    }

    /// <summary>Pairs of one speaker: 0.9 and 0.15; of two: 0.2, 0.1, 0.05, 0. At 0.2 half of the first are refused and a quarter of the others taken; at 0.15 none and a quarter.</summary>
    [Fact]
    public void Trials_OnePairOfOneSpeakerFarApart_ErrAsOftenInBothWays()
    {
        var trials = new VerificationTrials(["a", "a", "b", "b"], Symmetric(4, 0.9f, 0.2f, 0.1f, 0.05f, 0, 0.15f));

        Assert.Equal(0.125, trials.EqualErrorRate);
        Assert.Equal(0.75, trials.NearestOfSameSpeaker);
    }

    [Fact]
    public void Trials_ClipsOfOneSpeaker_AreNoBetterThanChance() =>
        Assert.Equal(0.5, new VerificationTrials(["a", "a"], Symmetric(2, 0.9f)).EqualErrorRate);

    /// <summary>A symmetric matrix from its upper triangle, row by row.</summary>
    private static float[] Symmetric(int count, params float[] upper)
    {
        var matrix = new float[count * count];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            matrix[(i * count) + i] = 1;
            for (var j = i + 1; j < count; j++)
                matrix[(i * count) + j] = matrix[(j * count) + i] = upper[next++];
        }

        return matrix;
    }
}
