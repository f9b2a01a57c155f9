using XttsSaas.Xtts.Judging;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class TimeWarpingTests
{
    private static readonly MelCepstra Ramp = Cepstra(0, 1, 2, 3, 4);

    [Fact]
    public void Align_SlowedDown_LiesOnTopOfItself()
    {
        var path = TimeWarping.Align(Ramp, Cepstra(0, 0, 1, 1, 1, 2, 3, 4, 4));
        Assert.Equal(0, path.Distance, 1e-9);
        Assert.Equal([(0, 0), (0, 1), (1, 2), (1, 3), (1, 4), (2, 5), (3, 6), (4, 7), (4, 8)], path.Steps);
    }

    [Fact]
    public void Align_ConstantDifference_IsKubicheksDistortion()
    {
        var distance = TimeWarping.Align(Cepstra(1, 1, 1), Cepstra(1.5f, 1.5f)).Distance;
        Assert.Equal(10 / Math.Log(10) * Math.Sqrt(2 * 0.5 * 0.5), distance, 1e-6);
    }

    [Fact]
    public void Distance_Stretching_CostsWhatItIsSaidTo()
    {
        // Frame 1 of the first must be paired with a 0 or a 2, half of it by stretching.
        var (first, second) = (Cepstra(0, 1, 2), Cepstra(0, 2));
        Assert.True(TimeWarping.Distance(first, second, 2) > TimeWarping.Distance(first, second, 1));
        Assert.Equal(TimeWarping.Align(first, second).Distance, TimeWarping.Distance(first, second, 1), 1e-9);
    }

    private static MelCepstra Cepstra(params float[] values) => new(values, values.Length, 1);
}
