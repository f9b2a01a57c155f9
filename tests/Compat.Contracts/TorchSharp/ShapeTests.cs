using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ShapeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x;

    public ShapeTests() => _x = arange(24, ScalarType.Float32).reshape(2, 3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Reordering_Views_HaveTheirShapes()
    {
        Assert.Equal([2L, 4L, 3L], _x.transpose(1, 2).shape);
        Assert.Equal([4L, 2L, 3L], _x.permute(2, 0, 1).shape);
        Assert.Equal([6L, 4L], _x.view(-1, 4).shape);
        Assert.Equal([6L, 4L], _x.flatten(0, 1).shape);
        Assert.Equal([1L, 2L, 3L, 4L], _x.unsqueeze(0).shape);
        Assert.Equal([2L, 3L, 4L], _x.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([2L, 3L, 4L], _x.unsqueeze(-1).squeeze().shape);
        Assert.False(_x.transpose(1, 2).is_contiguous());
        Assert.True(_x.transpose(1, 2).contiguous().is_contiguous());
        Assert.Equal([4L, 3L], _x[0].t().shape);
        _x[0, 0].flip(0).ShouldBe([3, 2, 1, 0]);
    }

    [Fact]
    public void Joining_AndSplitting_AreInverse()
    {
        cat([_x, _x], 1).narrow(1, 3, 3).ShouldBe(_x.Floats());
        Assert.Equal([2L, 2L, 3L, 4L], stack([_x, _x], 1).shape);

        var parts = _x.split(2, 1);
        Assert.Equal([2, 1], parts.Select(p => (int)p.shape[1]));
        cat(parts, 1).ShouldBe(_x.Floats());
        Assert.Equal([1L, 3L], _x.split([1L, 3L], 2).Select(p => p.shape[2]));
        Assert.Equal(2, _x.chunk(2, 2).Length);
        Assert.Equal(3, _x.unbind(1).Length);
    }

    [Fact]
    public void Repeating_ExpandAndRepeat_Agree()
    {
        var row = tensor(new float[] { 1, 2 });

        row.expand(2, 2).ShouldBe([1, 2, 1, 2]);
        row.repeat(2, 1).ShouldBe([1, 2, 1, 2]);
        row.repeat_interleave(2).ShouldBe([1, 1, 2, 2]);
        row.reshape(1, 1, 2).repeat_interleave(2, 2).ShouldBe([1, 1, 2, 2]);
    }

    [Fact]
    public void Triangles_OnesMatrix_KeepOneSide()
    {
        ones(2, 2).tril().ShouldBe([1, 0, 1, 1]);
        ones(2, 2).triu(1).ShouldBe([0, 1, 0, 0]);
        ones(1, 3).triu(3).ShouldBe([0, 0, 0]);
        triu(ones(2, 2)).ShouldBe([1, 1, 0, 1]);
    }
}
