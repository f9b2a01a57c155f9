using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ClipGradientTests
{
    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(100.0, 13.0)]
    public void ClipGradNorm_CommonNorm_IsAtMostTheLimit(double limit, double after)
    {
        using var scope = NewDisposeScope();
        using var a = nn.Parameter(zeros(2));
        using var b = nn.Parameter(zeros(1));
        (a * tensor(new float[] { 3, 4 })).sum().add((b * 12).sum()).backward();

        var before = nn.utils.clip_grad_norm_([a, b], limit);

        Assert.Equal(13, before, 1e-4);
        Assert.Equal(after, cat([a.grad!, b.grad!]).norm().item<float>(), 1e-4);
    }
}
