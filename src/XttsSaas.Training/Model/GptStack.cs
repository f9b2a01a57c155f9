using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>The GPT-2 blocks and their final norm. Positions are added by the caller; the stack has no table of its own.</summary>
public sealed class GptStack
{
    private const string Prefix = "gpt.gpt";
    private readonly Gpt2Block[] blocks;
    private readonly LayerNormalization finalNorm;
    private readonly ForwardMode mode;
    private readonly double dropout;

    public GptStack(ModelWeights weights, int heads, ForwardMode mode, double dropout)
    {
        this.mode = mode;
        this.dropout = dropout;
        finalNorm = new LayerNormalization(weights, Prefix + ".ln_f");
        blocks = [.. Enumerable.Range(0, weights.Count(Prefix + ".h"))
            .Select(i => new Gpt2Block(weights, $"{Prefix}.h.{i}", heads, mode, dropout))];
    }

    /// <summary>embeddings [batch, time, channels]; maskedKeys [batch, time], true for padding; returns hidden states of the same shape.</summary>
    public Tensor Forward(Tensor embeddings, Tensor maskedKeys)
    {
        var time = embeddings.shape[1];
        var future = ones(time, time, dtype: ScalarType.Bool, device: embeddings.device).triu(1); // [query, key]
        var blocked = future.unsqueeze(0).logical_or(maskedKeys.unsqueeze(1)).unsqueeze(1); // [batch, 1, query, key]

        var hidden = mode.Dropout(embeddings, dropout);
        foreach (var block in blocks)
            hidden = block.Forward(hidden, blocked);
        return finalNorm.Forward(hidden);
    }
}
