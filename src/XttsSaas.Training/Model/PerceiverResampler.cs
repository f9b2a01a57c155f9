using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Squeezes a context of any length into a fixed number of conditioning latents.</summary>
public sealed class PerceiverResampler
{
    private const string Prefix = "gpt.conditioning_perceiver";
    private readonly Tensor latents;
    private readonly Tensor gamma;
    private readonly PerceiverLayer[] layers;

    public PerceiverResampler(ModelWeights weights, int heads)
    {
        latents = weights[Prefix + ".latents"];
        gamma = weights[Prefix + ".norm.gamma"];
        layers = [.. Enumerable.Range(0, weights.Count(Prefix + ".layers"))
            .Select(i => new PerceiverLayer(weights, $"{Prefix}.layers.{i}", heads))];
    }

    /// <summary>How many latents come out.</summary>
    public long LatentCount => latents.shape[0];

    /// <summary>[batch, time, channels], the last position being what <paramref name="tail"/> says, to [batch, latents, channels].</summary>
    internal Tensor Forward(Tensor context, RepeatedTail tail)
    {
        var state = latents.unsqueeze(0).expand(context.shape[0], -1, -1);
        foreach (var layer in layers)
            state = layer.Forward(state, context, tail);

        // RMS norm without an epsilon inside the root: x / max(|x|, 1e-12) · √C · gamma
        return nn.functional.normalize(state, dim: -1, eps: 1e-12) * Math.Sqrt(state.shape[2]) * gamma;
    }
}
