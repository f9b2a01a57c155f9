using XttsSaas.Training.Data;

namespace XttsSaas.Training.Tests.Data;

public sealed class ClipOrderTests
{
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
