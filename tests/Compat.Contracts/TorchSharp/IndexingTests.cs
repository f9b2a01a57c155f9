using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class IndexingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x;

    public IndexingTests() => _x = arange(24, ScalarType.Float32).reshape(2, 3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Index_Numbers_SelectFromTheFront()
    {
        Assert.Equal([3L, 4L], _x[1].shape);
        _x[1, 2].ShouldBe([20, 21, 22, 23]);
        Assert.Equal(22f, _x[1, 2, 2].item<float>());
        Assert.Equal(23f, _x[-1, -1, -1].item<float>());
    }

    [Fact]
    public void Index_Slices_KeepTheirDimension()
    {
        _x[TensorIndex.Single(0), TensorIndex.Slice(1, 3), TensorIndex.Slice(step: 2)].ShouldBe([4, 6, 8, 10]);
        Assert.Equal([2L, 3L, 1L], _x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 1)].shape);
        Assert.Equal([2L, 3L, 3L], _x[TensorIndex.Ellipsis, TensorIndex.Slice(stop: -1)].shape);
        Assert.Equal([2L, 1L, 3L, 4L], _x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([2L, 3L, 4L, 1L], _x[TensorIndex.Ellipsis, TensorIndex.None].shape);
        _x[0, 0, 1].ShouldBe([1]);
        _x[TensorIndex.Colon, TensorIndex.Single(0), TensorIndex.Single(-1)].ShouldBe([3, 15]);
    }

    [Fact]
    public void Index_TensorAndMask_Gather()
    {
        var rows = tensor(new long[] { 1, 0, 1 });

        Assert.Equal([3L, 3L, 4L], _x[rows].shape);
        _x[0][TensorIndex.Tensor(tensor(new long[] { 0, 2 })), TensorIndex.Tensor(tensor(new long[] { 1, 3 }))].ShouldBe([1, 11]);
        _x[0][_x[0] > 9].ShouldBe([10, 11]);
        _x[TensorIndex.Ellipsis, TensorIndex.Tensor(tensor(new long[] { 3, 0 }))][1, 2].ShouldBe([23, 20]);
        Assert.Equal([2L, 2L, 4L], _x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { true, false, true }))].shape);
    }

    [Fact]
    public void Assign_SliceNumberMask_ChangesThePlace()
    {
        var x = zeros(2, 3);
        x[1] = ones(3);
        x[0, 2] = tensor(5f);
        x[TensorIndex.Colon, TensorIndex.Slice(0, 1)] = full([2L, 1L], 9.0);
        x.ShouldBe([9, 0, 5, 9, 1, 1]);

        x.index_put_(tensor(-1f), x.eq(1));
        x.ShouldBe([9, 0, 5, 9, -1, -1]);
    }

    [Fact]
    public void Select_ByIndex_Gathers()
    {
        _x.index_select(2, tensor(new long[] { 3, 0 }))[0].ShouldBe([3, 0, 7, 4, 11, 8]);
        tensor(new float[,] { { 1, 2 }, { 3, 4 } }).gather(1, tensor(new long[,] { { 1 }, { 0 } })).ShouldBe([2, 3]);
        zeros(2, 2).scatter_(1, tensor(new long[,] { { 1 }, { 0 } }), ones(2, 1)).ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void Masks_FillAndWhere_Choose()
    {
        var x = tensor(new float[] { 1, -2, 3 });

        x.masked_fill(x.lt(0), 0).ShouldBe([1, 0, 3]);
        where(x > 0, x, zeros_like(x)).ShouldBe([1, 0, 3]);
        x.masked_select(x > 0).ShouldBe([1, 3]);
        x.masked_fill_(x.lt(0), float.NegativeInfinity);
        Assert.True(float.IsNegativeInfinity(x[1].item<float>()));
    }

    [Fact]
    public void Gradient_ThroughIndexAndSlice_ReachesTheirPlaces()
    {
        var x = zeros(3, 2, requires_grad: true);

        (x[TensorIndex.Slice(0, 2), TensorIndex.Single(1)].sum() + x[tensor(new long[] { 2, 2 })].sum()).backward();

        x.grad!.ShouldBe([0, 1, 0, 1, 2, 2]);
    }
}
