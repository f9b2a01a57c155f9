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
    public Tensor Forward(Tensor mel, TensorTrace? trace = null) => Forward(mel, RepeatedTail.None, trace);

    /// <inheritdoc cref="Forward(Tensor, TensorTrace?)"/>
    /// <param name="mel">The style mel.</param>
    /// <param name="tail">What its last frame stands for; the same holds for the result.</param>
    /// <param name="trace">Takes what every block gives.</param>
    internal Tensor Forward(Tensor mel, RepeatedTail tail, TensorTrace? trace = null)
    {
        using var projected = initial.Apply(mel.transpose(1, 2)); // [batch, time, channels]
        var hidden = projected.transpose(1, 2);
        trace?.Record("init", hidden);
        for (var i = 0; i < blocks.Length; i++)
        {
            var given = hidden;
            hidden = blocks[i].Forward(given, tail);
            trace?.Record($"block{i}", hidden);
            if (trace is null)
                given.Dispose();
        }

        return hidden;
    }
}
