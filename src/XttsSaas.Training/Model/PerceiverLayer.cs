using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>One layer of the perceiver: cross attention and a gated feed-forward, each residual, neither normalised first.</summary>
public sealed class PerceiverLayer(ModelWeights weights, string prefix, int heads)
{
    private readonly Projection query = weights.Projection(prefix + ".0.to_q", WeightLayout.OutIn);
    private readonly Projection keyValue = weights.Projection(prefix + ".0.to_kv", WeightLayout.OutIn);
    private readonly Projection output = weights.Projection(prefix + ".0.to_out", WeightLayout.OutIn);
    private readonly Projection expand = weights.Projection(prefix + ".1.0", WeightLayout.OutIn);
    private readonly Projection contract = weights.Projection(prefix + ".1.2", WeightLayout.OutIn);

    /// <summary>
    /// latents [batch, latents, channels], context [batch, time, channels], whose last position is what <paramref name="tail"/> says;
    /// returns the new latents.
    /// </summary>
    internal Tensor Forward(Tensor latents, Tensor context, RepeatedTail tail)
    {
        using var scope = NewDisposeScope();
        latents += Attend(latents, cat([latents, context], 1), tail);
        return (latents + FeedForward(latents)).MoveToOuterDisposeScope();
    }

    private Tensor Attend(Tensor latents, Tensor keys, RepeatedTail tail)
    {
        var (batch, count, time) = (latents.shape[0], latents.shape[1], keys.shape[1]);
        var width = query.OutputSize / heads;
        var q = query.Apply(latents).view(batch, count, heads, width).transpose(1, 2).reshape(batch * heads, count, width);
        var kv = keyValue.Apply(keys).view(batch, time, 2, heads, width).permute(2, 0, 3, 1, 4).reshape(2, batch * heads, time, width).unbind();
        var scores = tail.Scores(q, kv[0]); // [batch · heads, count, time]
        var mixed = nn.functional.softmax(scores, -1).bmm(kv[1]).view(batch, heads, count, width);
        return output.Apply(mixed.transpose(1, 2).reshape(batch, count, query.OutputSize));
    }

    private Tensor FeedForward(Tensor latents)
    {
        var halves = expand.Apply(latents).chunk(2, -1);
        return contract.Apply(halves[0] * nn.functional.gelu(halves[1], GELU.Approximate.none));
    }
}
