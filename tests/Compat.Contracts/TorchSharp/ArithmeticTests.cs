using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ArithmeticTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Operators_TensorsAndNumbers_Compute()
    {
        var a = tensor(new float[] { 1, 2, 4 });
        var b = tensor(new float[] { 2, 2, 2 });

        (a + b).ShouldBe([3, 4, 6]);
        (a - b).ShouldBe([-1, 0, 2]);
        (a * b).ShouldBe([2, 4, 8]);
        (a / b).ShouldBe([0.5f, 1, 2]);
        (-a).ShouldBe([-1, -2, -4]);
        (a + 1).ShouldBe([2, 3, 5]);
        (10 - a).ShouldBe([9, 8, 6]);
        (2.0 * a).ShouldBe([2, 4, 8]);
        (4 / a).ShouldBe([4, 2, 1]);
        (a % 3).ShouldBe([1, 2, 1]);
    }

    [Fact]
    public void Operators_Broadcast_FollowNumpy()
    {
        var column = tensor(new float[] { 1, 2 }).unsqueeze(1); // [2, 1]
        var row = tensor(new float[] { 10, 20, 30 }); // [3]

        var sum = column + row;

        Assert.Equal([2L, 3L], sum.shape);
        sum.ShouldBe([11, 21, 31, 12, 22, 32]);
    }

    [Fact]
    public void Comparisons_TensorsAndNumbers_GiveMasks()
    {
        var x = tensor(new float[] { 1, 2, 3 });

        x.eq(2).ShouldBe([0, 1, 0]);
        x.ne(2).ShouldBe([1, 0, 1]);
        (x < 2).ShouldBe([1, 0, 0]);
        (x <= 2).ShouldBe([1, 1, 0]);
        (x > 2).ShouldBe([0, 0, 1]);
        (x >= x.clone()).ShouldBe([1, 1, 1]);
        Assert.Equal(ScalarType.Bool, x.gt(0).dtype);
        Assert.True(x.allclose(x + 1e-9));
        Assert.True(x.Equals(x.clone()));
        Assert.True(x.gt(0).all().ToBoolean());
        Assert.False(x.gt(3).any().ToBoolean());
    }

    [Fact]
    public void InPlace_Operations_ChangeAndReturnTheSame()
    {
        var x = tensor(new float[] { 1, 2 });

        Assert.Same(x, x.add_(1));
        x.mul_(2).sub_(tensor(new float[] { 1, 1 })).div_(3);
        x.ShouldBe([1, 5 / 3f]);
        x.fill_(4).ShouldBe([4, 4]);
        x.copy_(tensor(new float[] { 7, 8 })).ShouldBe([7, 8]);
        x.addcmul_(x, x, 2).ShouldBe([105, 136]);
        x.zero_().ShouldBe([0, 0]);
        x.add_(tensor(new float[] { 1, 1 }), alpha: 5).ShouldBe([5, 5]);
        x.addcdiv_(tensor(new float[] { 6, 6 }), tensor(new float[] { 2, 3 }), value: -1).ShouldBe([2, 3]);
    }

    [Fact]
    public void Unary_Functions_MatchDotNet()
    {
        double[] values = [-1.5, -0.25, 0.5, 2];
        var x = tensor(values);
        void Check(Tensor actual, Func<double, double> expected) => actual.ShouldBe([.. values.Select(v => (float)expected(v))]);

        Check(x.exp(), Math.Exp);
        Check(x.abs(), Math.Abs);
        Check(x.tanh(), Math.Tanh);
        Check(x.sigmoid(), v => 1 / (1 + Math.Exp(-v)));
        Check(x.relu(), v => Math.Max(v, 0));
        Check(x.abs().log(), v => Math.Log(Math.Abs(v)));
        Check(x.abs().sqrt(), v => Math.Sqrt(Math.Abs(v)));
        Check(x.abs().rsqrt(), v => 1 / Math.Sqrt(Math.Abs(v)));
        Check(x.pow(3), v => v * v * v);
        Check(x.square(), v => v * v);
        Check(x.clamp(-1, 1), v => Math.Clamp(v, -1, 1));
        Check(x.floor(), Math.Floor);
        Check(x.ceil(), Math.Ceiling);
        Check(x.sin(), Math.Sin);
        Check(x.cos(), Math.Cos);
        Check(x.leaky_relu(0.1), v => v > 0 ? v : 0.1 * v);
        Check(x.silu(), v => v / (1 + Math.Exp(-v)));
        Check(x.reciprocal(), v => 1 / v);
    }

    [Fact]
    public void Matmul_BatchesAndVectors_Compute()
    {
        var a = arange(6, ScalarType.Float32).reshape(2, 3);
        var b = arange(12, ScalarType.Float32).reshape(3, 4);

        a.matmul(b).ShouldBe([20, 23, 26, 29, 56, 68, 80, 92]);
        a.mm(b).ShouldBe([20, 23, 26, 29, 56, 68, 80, 92]);
        Assert.Equal([5L, 2L, 4L], matmul(a.expand(5, 2, 3), b).shape);
        Assert.Equal([5L, 2L, 4L], bmm(a.expand(5, 2, 3), b.expand(5, 3, 4)).shape);
        einsum("ij,jk->ik", a, b).ShouldBe([20, 23, 26, 29, 56, 68, 80, 92]);
    }

    [Fact]
    public void Finite_Checks_FindNaNAndInfinity()
    {
        var x = tensor(new[] { 1, float.NaN, float.PositiveInfinity });

        x.isnan().ShouldBe([0, 1, 0]);
        x.isfinite().ShouldBe([1, 0, 0]);
        Assert.False(x.isfinite().all().ToBoolean());
    }
}
