using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Style mel of the reference audio to the perceiver's context: a 1×1 convolution and attention blocks.</summary>
public sealed class ConditioningEncoder
{
    private const string Prefix = "gpt.conditioning_encoder";
    private readonly Projection initial;
    private readonly AttentionBlock[] blocks;

    public ConditioningEncoder(ModelWeights weights, int heads)
    {
        initial = weights.Projection(Prefix + ".init", WeightLayout.OutIn);
        blocks = [.. Enumerable.Range(0, weights.Count(Prefix + ".attn"))
            .Select(i => new AttentionBlock(weights, $"{Prefix}.attn.{i}", heads))];
    }

    /// <summary>[batch, mels, time] to [batch, channels, time].</summary>
    public Tensor Forward(Tensor mel, TensorTrace? trace = null)
    {
        using var projected = initial.Apply(mel.transpose(1, 2)); // [batch, time, channels]
        var hidden = projected.transpose(1, 2);
        trace?.Record("init", hidden);
        for (var i = 0; i < blocks.Length; i++)
        {
            var given = hidden;
            hidden = blocks[i].Forward(given);
            trace?.Record($"block{i}", hidden);
            if (trace is null)
                given.Dispose();
        }

        return hidden;
    }
}
