using TorchSharp;
using XttsSaas.Training.Model;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Model;

public sealed class AttentionMaskTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void Of_BlockedKeys_GetNoAttentionInAnyHead(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var blocked = tensor(new[] { false, true, false, false, false, true }, [2, 1, 3]);

        var mask = AttentionMask.Of(blocked, heads: 2, type);

        Assert.Equal([4, 1, 3], mask.shape);
        Assert.Equal(type, mask.dtype);
        var weights = nn.functional.softmax(mask.to_type(ScalarType.Float32) - 20, -1).ToHostArray();
        Assert.Equal([0.5f, 0, 0.5f, 0.5f, 0, 0.5f, 0.5f, 0.5f, 0, 0.5f, 0.5f, 0], weights);
    }
}
