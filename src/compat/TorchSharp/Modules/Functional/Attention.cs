using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Attention out of primitives, for a libtorch before 2.0, which has no public fused operator.</summary>
internal static class Attention
{
    internal static Tensor Composed(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
    {
        using var scope = NewDisposeScope();
        // the scale is shared between both sides, as libtorch 2 does, so that half precision does not overflow
        var scale = Math.Sqrt(1 / Math.Sqrt(query.shape[^1]));
        var scores = (query * scale).matmul((key * scale).transpose(-2, -1)); // [..., L, S]
        if (causal) mask = ones([query.shape[^2], key.shape[^2]], ScalarType.Bool, query.device).tril_();
        if (mask is not null)
            scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
        var weights = scores.softmax(-1);
        if (dropout > 0) weights = nn.functional.dropout(weights, dropout);
        return weights.matmul(value).MoveToOuterDisposeScope();
    }
}
