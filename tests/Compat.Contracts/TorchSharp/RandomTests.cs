using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class RandomTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void ManualSeed_SameSeed_SameNumbers()
    {
        manual_seed(42);
        var first = randn(100).Floats();
        manual_seed(42);

        Assert.Equal(first, randn(100).Floats());
        manual_seed(43);
        Assert.NotEqual(first, randn(100).Floats());
    }

    [Fact]
    public void RngState_SavedAsBytes_Continues()
    {
        manual_seed(1);
        _ = rand(10);
        var bytes = random.get_rng_state().bytes.ToArray();
        var expected = (randn(50).Floats(), nn.functional.dropout(ones(50), 0.5).Floats());

        manual_seed(999);
        random.set_rng_state(tensor(bytes));

        Assert.Equal(expected.Item1, randn(50).Floats());
        Assert.Equal(expected.Item2, nn.functional.dropout(ones(50), 0.5).Floats());
    }

    [Fact]
    public void Generator_Own_IsIndependentOfTheDefault()
    {
        manual_seed(5);
        var expected = rand(4).Floats();
        using var own = new Generator(77);
        var state = own.get_state();
        manual_seed(5);
        var drawn = rand(4, generator: own).Floats();

        Assert.Equal(expected, rand(4).Floats());
        own.set_state(state);
        Assert.Equal(drawn, rand(4, generator: own).Floats());
        Assert.Equal(77, own.initial_seed());
    }

    [Fact]
    public void Distributions_ManySamples_HaveTheirMoments()
    {
        manual_seed(3);
        var normal = randn(20000);
        var uniform = rand(20000);

        Assert.Equal(0, normal.mean().item<float>(), 0.05);
        Assert.Equal(1, normal.std().item<float>(), 0.05);
        Assert.Equal(0.5, uniform.mean().item<float>(), 0.02);
        Assert.True(uniform.min().item<float>() >= 0 && uniform.max().item<float>() < 1);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), randperm(50).Longs().Order());
        Assert.All(randint(2, 5, [100L]).Longs(), n => Assert.InRange(n, 2, 4));
    }

    [Fact]
    public void Multinomial_Weights_AreRespected()
    {
        manual_seed(3);
        var drawn = tensor(new float[] { 0, 3, 1 }).multinomial(4000, replacement: true).Longs();

        Assert.DoesNotContain(0L, drawn);
        Assert.Equal(0.75, drawn.Count(d => d == 1) / 4000.0, 0.03);
    }
}
