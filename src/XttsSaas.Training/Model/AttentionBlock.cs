using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// One block of the conditioning encoder: group norm, then attention over time without mask. The residual adds the
/// attention to the <b>normalised</b> input, and query, key and value are interleaved per head, as in the reference.
/// </summary>
public sealed class AttentionBlock(ModelWeights weights, string prefix, int heads)
{
    private readonly Tensor normWeight = weights[prefix + ".norm.weight"];
    private readonly Tensor normBias = weights[prefix + ".norm.bias"];
    private readonly Projection qkv = weights.Projection(prefix + ".qkv", WeightLayout.OutIn);
    private readonly Projection output = weights.Projection(prefix + ".proj_out", WeightLayout.OutIn);

    /// <summary>[batch, channels, time] to the same shape; the last position is what <paramref name="tail"/> says.</summary>
    internal Tensor Forward(Tensor input, RepeatedTail tail)
    {
        using var scope = NewDisposeScope();
        var (batch, channels, time) = (input.shape[0], input.shape[1], input.shape[2]);
        var width = channels / heads;
        var normed = tail.GroupNorm(input.transpose(1, 2), Groups(channels), normWeight, normBias); // [batch, time, channels]

        // Channels are laid out head by head: q, k and v of head 0, then of head 1, …
        var parts = qkv.Apply(normed).view(batch, time, heads, 3, width).permute(3, 0, 2, 1, 4).reshape(3, batch * heads, time, width).unbind();
        var scores = tail.Scores(parts[0], parts[1]); // [batch · heads, time, time]
        var mixed = nn.functional.softmax(scores, -1).bmm(parts[2]).view(batch, heads, time, width);
        var joined = mixed.transpose(1, 2).reshape(batch, time, channels);
        return (normed + output.Apply(joined)).transpose(1, 2).MoveToOuterDisposeScope();
    }

    private static long Groups(long channels) => channels switch
    {
        <= 16 => 8,
        <= 64 => 16,
        _ => 32,
    };
}
