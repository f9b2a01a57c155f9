using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ReductionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x;

    public ReductionTests() => _x = tensor(new float[,] { { 1, 5, 3 }, { 4, 2, 6 } }); // [2, 3]

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Sum_AllAndAlong_Computes()
    {
        Assert.Equal(21, _x.sum().item<float>());
        _x.sum(1).ShouldBe([9, 12]);
        Assert.Equal([2L, 1L], _x.sum(1, keepdim: true).shape);
        Assert.Equal(3.5f, _x.mean().item<float>());
        _x.mean([0L]).ShouldBe([2.5f, 3.5f, 4.5f]);
        _x.mean([-1L], keepdim: true).ShouldBe([3, 4]);
    }

    [Fact]
    public void Variance_BiasedAndNot_Computes()
    {
        _x.var(1).ShouldBe([4, 4]);
        _x.var(1, unbiased: false).ShouldBe([8 / 3f, 8 / 3f]);
        _x.std(1).ShouldBe([2, 2]);
        _x.var([0L, 1L], unbiased: false).ShouldBe([35 / 12f]);
    }

    [Fact]
    public void Extremes_ValuesAndIndices_Agree()
    {
        var (values, indices) = _x.max(1);
        values.ShouldBe([5, 6]);
        Assert.Equal([1L, 2L], indices.Longs());
        Assert.Equal([0L, 1L], _x.min(1).indexes.Longs());
        Assert.Equal([1L, 2L], _x.argmax(1).Longs());
        Assert.Equal(5L, _x.argmax().item<long>());
        Assert.Equal([0L, 1L, 0L], _x.argmin(0).Longs());
        Assert.Equal(6f, _x.max().item<float>());
        maximum(_x, full_like(_x, 4)).ShouldBe([4, 5, 4, 4, 4, 6]);
    }

    [Fact]
    public void Softmax_Rows_SumToOne()
    {
        var expected = new[] { 1.0, 5, 3 }.Select(Math.Exp).ToArray();

        _x[0].softmax(-1).ShouldBe([.. expected.Select(e => (float)(e / expected.Sum()))]);
        _x.softmax(1).sum(1).ShouldBe([1, 1]);
        _x.log_softmax(1).exp().sum(1).ShouldBe([1, 1]);
    }

    [Fact]
    public void Order_TopkSortCumsum_Compute()
    {
        _x.topk(2, largest: false).values.ShouldBe([.. _x.Floats().Chunk((int)_x.shape[1]).SelectMany(row => row.Order().Take(2))]);
        var (values, indexes) = _x.topk(2);
        values.ShouldBe([5, 3, 6, 4]);
        Assert.Equal([1L, 2L, 2L, 0L], indexes.Longs());
        _x.sort(1, descending: true).Values.ShouldBe([5, 3, 1, 6, 4, 2]);
        _x.cumsum(1).ShouldBe([1, 6, 9, 4, 6, 12]);
        Assert.Equal([0L, 2L, 1L], _x[0].argsort().Longs());
    }

    [Fact]
    public void Norm_Vector_IsEuclidean()
    {
        var v = tensor(new float[] { 3, 4 });

        Assert.Equal(5f, v.norm().item<float>());
        Assert.Equal(7f, v.norm(p: 1).item<float>());
        nn.functional.normalize(v.unsqueeze(0)).ShouldBe([0.6f, 0.8f]);
    }
}
