using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class AttentionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Attention_Causal_EqualsMaskedSoftmax()
    {
        manual_seed(1);
        var (q, k, v) = (randn(2, 3, 5, 8), randn(2, 3, 5, 8), randn(2, 3, 5, 8)); // [batch, heads, time, width]
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(8);
        var hidden = ones([5L, 5L], ScalarType.Bool).triu(1);
        var expected = scores.masked_fill(hidden, float.NegativeInfinity).softmax(-1).matmul(v);

        Assert.True(F.scaled_dot_product_attention(q, k, v, is_casual: true).allclose(expected, atol: 1e-5));
        Assert.True(F.scaled_dot_product_attention(q, k, v, attn_mask: hidden.logical_not()).allclose(expected, atol: 1e-5));
        var added = zeros(5, 5).masked_fill(hidden, -1e9);
        Assert.True(F.scaled_dot_product_attention(q, k, v, attn_mask: added).allclose(expected, atol: 1e-5));
    }

    [Fact]
    public void Attention_OneKey_GivesItsValue()
    {
        var value = tensor(new float[] { 1, 2 }, [1, 1, 2]);

        F.scaled_dot_product_attention(ones(1, 3, 2), ones(1, 1, 2), value).ShouldBe([1, 2, 1, 2, 1, 2]);
    }

    [Fact]
    public void Attention_MaskAndCausal_AreRefusedTogether() =>
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(ones(1, 1, 2), ones(1, 1, 2), ones(1, 1, 2), zeros(1, 1), is_casual: true));
}
