using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class LayerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Linear_Forward_IsAffine()
    {
        var weight = tensor(new float[,] { { 1, 2 }, { 3, 4 } }); // [out, in]

        F.linear(tensor(new float[,] { { 1, 1 } }), weight, tensor(new float[] { 10, 20 })).ShouldBe([13, 27]);
        using var layer = nn.Linear(2, 3, hasBias: false);
        Assert.Null(layer.bias);
        Assert.True(layer.weight.abs().max().item<float>() <= 1 / Math.Sqrt(2));
    }

    [Fact]
    public void Embedding_Forward_PicksRows()
    {
        using var table = nn.Embedding_from_pretrained(arange(6, ScalarType.Float32).reshape(3, 2), freeze: false);

        var rows = table.call(tensor(new long[,] { { 2, 0 } }));
        Assert.Equal([1L, 2L, 2L], rows.shape);
        rows.ShouldBe([4, 5, 0, 1]);
        rows.sum().backward();
        table.weight!.grad!.ShouldBe([1, 1, 0, 0, 1, 1]);
    }

    [Fact]
    public void LayerNorm_Rows_HaveZeroMeanUnitVariance()
    {
        var x = tensor(new float[,] { { 1, 2, 3, 6 } });
        var (mean, variance) = (3.0, 3.5);

        F.layer_norm(x, [4], eps: 1e-5).ShouldBe([.. new[] { 1.0, 2, 3, 6 }.Select(v => (float)((v - mean) / Math.Sqrt(variance + 1e-5)))]);
        using var layer = nn.LayerNorm(4);
        layer.call(x).mean().ShouldBe([0], 1e-6);
    }

    [Fact]
    public void GroupNorm_Groups_AreNormalisedAlone()
    {
        var x = tensor(new float[] { 1, 3, 10, 30 }, [1, 2, 2]); // [batch, channels, time]

        F.group_norm(x, 2, eps: 0).ShouldBe([-1, 1, -1, 1]);
        using var layer = nn.GroupNorm(1, 2);
        Assert.Equal([1L, 2L, 2L], layer.call(x).shape);
    }

    [Fact]
    public void InstanceNorm_Channels_UseBiasedVariance()
    {
        var x = tensor(new float[] { 1, 3, 10, 30 }, [1, 2, 2]);
        using var layer = nn.InstanceNorm1d(2, eps: 1e-9);

        layer.call(x).ShouldBe([-1, 1, -1, 1]);
    }

    [Fact]
    public void BatchNorm_Training_UpdatesRunningStatistics()
    {
        using var layer = nn.BatchNorm1d(1);
        layer.train();
        layer.call(tensor(new float[] { 1, 3 }, [2, 1])).ShouldBe([-1, 1], 1e-4);
        layer.running_mean!.ShouldBe([0.2f]);
        layer.running_var!.ShouldBe([1.1f]);

        layer.eval();
        layer.call(tensor(new float[] { 0.2f }, [1, 1])).ShouldBe([0], 1e-6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BatchNorm_Functional_UsesEitherStatistics(bool training)
    {
        var x = tensor(new float[] { 1, 3, 5, 7 }, [2, 1, 2]); // [batch, channels, time]: mean 4, biased variance 5, unbiased 20/3
        var (mean, variance) = (tensor(new[] { 2f }), tensor(new[] { 4f }));

        var normal = F.batch_norm(x, mean, variance, tensor(new[] { 3f }), tensor(new[] { 1f }), training, momentum: 0.1, eps: 1e-5);

        var (center, spread) = training ? (4.0, 5.0) : (2.0, 4.0);
        normal.ShouldBe([.. new[] { 1.0, 3, 5, 7 }.Select(v => (float)(((v - center) / Math.Sqrt(spread + 1e-5) * 3) + 1))]);
        mean.ShouldBe([training ? 2.2f : 2]);
        variance.ShouldBe([training ? (float)((0.9 * 4) + (0.1 * 20 / 3)) : 4]);
    }

    [Fact]
    public void Gelu_ExactAndTanh_MatchTheirFormulas()
    {
        double[] values = [-2, -0.5, 0.7, 3];
        var x = tensor(values);

        F.gelu(x, GELU.Approximate.tanh).ShouldBe(
            [.. values.Select(v => (float)(0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v)))))]);
        // 0.5 x (1 + erf(x / √2)), from a table of the normal distribution
        F.gelu(x).ShouldBe([-0.0455003f, -0.1542688f, 0.5306254f, 2.9959503f]);
    }

    [Fact]
    public void CrossEntropy_IgnoredAndSmoothed_MatchesFormula()
    {
        var logits = tensor(new float[,] { { 1, 2, 3 }, { 0, 0, 0 }, { 5, 5, 5 } });
        var target = tensor(new long[] { 2, 0, -1 });
        var first = -Math.Log(Math.Exp(3) / (Math.Exp(1) + Math.Exp(2) + Math.Exp(3)));
        var second = Math.Log(3);

        F.cross_entropy(logits, target, ignore_index: -1).ShouldBe([(float)((first + second) / 2)]);
        F.cross_entropy(logits, target, ignore_index: -1, reduction: nn.Reduction.Sum).ShouldBe([(float)(first + second)]);
        F.cross_entropy(logits, target, ignore_index: -1, reduction: nn.Reduction.None).ShouldBe([(float)first, (float)second, 0]);
        var uniform = (first + (first + 1) + (first + 2)) / 3;
        F.cross_entropy(logits[TensorIndex.Slice(0, 1)], target[TensorIndex.Slice(0, 1)], label_smoothing: 0.1)
            .ShouldBe([(float)(0.9 * first + 0.1 * uniform)]);
    }

    [Fact]
    public void Losses_MseAndL1_AreMeans()
    {
        var (x, y) = (tensor(new float[] { 1, 2 }), tensor(new float[] { 3, 5 }));

        F.mse_loss(x, y).ShouldBe([6.5f]);
        F.l1_loss(x, y).ShouldBe([2.5f]);
        F.l1_loss(x, y, nn.Reduction.Sum).ShouldBe([5]);
    }

    [Fact]
    public void Resize_PadAndInterpolate_MatchFormulas()
    {
        var x = tensor(new float[] { 1, 2, 3 }, [1, 1, 3]);

        F.pad(x, (1, 2)).ShouldBe([0, 1, 2, 3, 0, 0]);
        F.pad(x, (2, 0), PaddingModes.Reflect).ShouldBe([3, 2, 1, 2, 3]);
        F.interpolate(x, scale_factor: [2], mode: InterpolationMode.Nearest).ShouldBe([1, 1, 2, 2, 3, 3]);
        F.interpolate(x, scale_factor: [2], mode: InterpolationMode.Linear, align_corners: false).ShouldBe([1, 1.25f, 1.75f, 2.25f, 2.75f, 3]);
        Assert.Equal([1L, 1L, 5L], F.interpolate(x, size: [5], mode: InterpolationMode.Linear, align_corners: false).shape);
    }

    [Fact]
    public void OneHot_Classes_MarksThem() => F.one_hot(tensor(new long[] { 2, 0 }), 3).ShouldBe([0, 0, 1, 1, 0, 0]);
}
