using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class DropoutTests : IDisposable
{
    private const int Length = 100_003;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Dropout_Training_DropsItsShareAndScalesTheRest(double p)
    {
        manual_seed(11);
        var dropped = nn.functional.dropout(ones(Length), p).Floats();

        Assert.All(dropped, value => Assert.True(value == 0 || Math.Abs(value - (1 / (1 - p))) < 1e-5, $"got {value}"));
        Assert.Equal(p, dropped.Count(value => value == 0) / (double)Length, 0.01);
    }

    [Fact]
    public void Dropout_Backward_FollowsTheMaskOfTheForwardPass()
    {
        manual_seed(12);
        var x = ones(3, Length).requires_grad_();
        var weights = randn(3, Length);

        var dropped = nn.functional.dropout(x, 0.3);
        _ = nn.functional.dropout(x.detach(), 0.3);
        (dropped * weights).sum().backward();

        x.grad!.ShouldBe((dropped.detach() * weights).Floats());
    }

    [Fact]
    public void Dropout_SecondDerivative_FollowsTheMaskToo()
    {
        manual_seed(13);
        var x = randn([1000L], requires_grad: true);
        var dropped = nn.functional.dropout(x, 0.5);
        var mask = (dropped / x).detach();

        var first = autograd.grad([dropped.pow(2).sum()], [x], create_graph: true)[0];
        first.sum().backward();

        x.grad!.ShouldBe((mask * mask * 2).Floats());
    }

    [Fact]
    public void Dropout_Strided_ReadsItsElementsInOrder()
    {
        manual_seed(14);
        var x = randn(64, 48) + 10;
        var dropped = nn.functional.dropout(x.t(), 0.5);

        Assert.Equal([48L, 64L], dropped.shape);
        var kept = dropped.Floats();
        var expected = x.t().Floats();
        for (var i = 0; i < kept.Length; i++)
            Assert.True(kept[i] == 0 || Math.Abs(kept[i] - (2 * expected[i])) < 1e-4, $"[{i}] {kept[i]} of {expected[i]}");
    }

    [Fact]
    public void Dropout_Seed_DecidesEveryMaskAfterIt()
    {
        float[][] Masks(long seed)
        {
            manual_seed(seed);
            return [nn.functional.dropout(ones(Length)).Floats(), nn.functional.dropout(ones(Length)).Floats()];
        }

        var masks = Masks(15);

        Assert.Equal(masks, Masks(15));
        Assert.NotEqual(masks[0], masks[1]);
        Assert.NotEqual(masks[0], Masks(16)[0]);
        Assert.Equal(0.5, masks[0].Zip(masks[1]).Count(pair => pair.First == pair.Second) / (double)Length, 0.01);
    }

    [Fact]
    public void Dropout_Limits_KeepEverythingOrNothing()
    {
        var x = randn(50);

        nn.functional.dropout(x, 0).ShouldBe(x.Floats());
        nn.functional.dropout(x, 0.5, training: false).ShouldBe(x.Floats());
        nn.functional.dropout(x, 1).ShouldBe(new float[50]);
        Assert.Empty(nn.functional.dropout(zeros(0), 0.5).Floats());
    }
}
