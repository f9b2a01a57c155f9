using XttsSaas.Training.Data;

namespace XttsSaas.Training.Tests.Data;

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

    [Fact]
    public void At_WholeEpochs_HoldEveryClipOnceInOtherOrders()
    {
        var order = new ClipOrder(20, seed: 5);

        var first = Enumerable.Range(0, 20).Select(i => order.At(i)).ToArray();
        var second = Enumerable.Range(20, 20).Select(i => order.At(i)).ToArray();

        Assert.Equal(Enumerable.Range(0, 20), first.Order());
        Assert.Equal(Enumerable.Range(0, 20), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first[3], new ClipOrder(20, seed: 5).At(3));
    }
}
