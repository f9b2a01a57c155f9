using XttsSaas.Training.Optimization;

namespace XttsSaas.Training.Tests.Optimization;

public sealed class LossScaleTests
{
    [Fact]
    public void After_TwoThousandGoodSteps_DoublesAndCountsAgain()
    {
        var scale = LossScale.Start;
        for (var step = 1; step < LossScale.GrowAfter; step++)
            scale = scale.After(finite: true);
        Assert.Equal(new LossScale(65_536, 1999), scale);

        Assert.Equal(new LossScale(131_072, 0), scale.After(finite: true));
    }

    [Fact]
    public void After_Overflow_HalvesAndCountsAgain() =>
        Assert.Equal(new LossScale(32_768, 0), new LossScale(65_536, 1999).After(finite: false));
}
