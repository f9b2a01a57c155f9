using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Weights;

public sealed class SeededStreamTests
{
    [Fact]
    public void Next_SameKey_GivesTheSameNumbers()
    {
        var (first, second) = (new SeededStream(7, "order", 3), new SeededStream(7, "order", 3));

        Assert.Equal([first.Next(), first.Next()], [second.Next(), second.Next()]);
    }

    [Fact]
    public void Next_OtherSeedPurposeOrPosition_GivesOtherNumbers()
    {
        var streams = new[]
        {
            new SeededStream(7, "order", 3), new SeededStream(8, "order", 3), new SeededStream(7, "prompt", 3), new SeededStream(7, "order", 4),
        };

        Assert.Equal(streams.Length, streams.Select(stream => stream.Next()).Distinct().Count());
    }

    [Fact]
    public void NextInt_ManyDraws_ReachBothEndsAndNothingBeyond()
    {
        var stream = new SeededStream(1, "range");

        var drawn = Enumerable.Range(0, 1000).Select(_ => stream.NextInt(-2, 3)).ToHashSet();

        Assert.Equal([-2, -1, 0, 1, 2, 3], drawn.Order());
    }
}
