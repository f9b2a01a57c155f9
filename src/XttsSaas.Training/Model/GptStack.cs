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
    private readonly int heads;
    private readonly double dropout;

    public GptStack(ModelWeights weights, int heads, ForwardMode mode, double dropout)
    {
        this.mode = mode;
        this.heads = heads;
        this.dropout = dropout;
        finalNorm = new LayerNormalization(weights, Prefix + ".ln_f");
        blocks = [.. Enumerable.Range(0, weights.Count(Prefix + ".h"))
            .Select(i => new Gpt2Block(weights, $"{Prefix}.h.{i}", heads, mode, dropout))];
    }

    /// <summary>How many blocks there are.</summary>
    public int Depth => blocks.Length;

    /// <summary>embeddings [batch, time, channels]; maskedKeys [batch, time], true for padding; returns hidden states of the same shape.</summary>
    public Tensor Forward(Tensor embeddings, Tensor maskedKeys, AttentionProbe? probe = null)
    {
        var time = embeddings.shape[1];
        using var mask = Mask(Future(time, time, embeddings.device).unsqueeze(0).logical_or(maskedKeys.unsqueeze(1)), embeddings);
        var hidden = mode.Dropout(embeddings, dropout);
        for (var i = 0; i < blocks.Length; i++)
        {
            var given = hidden;
            hidden = blocks[i].Forward(given, mask, probe: probe?.Wants(i) == true ? probe : null);
            // Autograd keeps it for as long as the gradient needs it, and no longer.
            if (!ReferenceEquals(given, embeddings))
                given.Dispose();
        }

        using (hidden)
            return finalNorm.Forward(hidden);
    }

    /// <summary>Hidden states [batch, time, channels] of embeddings that follow the positions in <paramref name="past"/>, one cache per block.</summary>
    public Tensor Continue(Tensor embeddings, IReadOnlyList<KeyValueCache> past, TensorTrace? trace = null)
    {
        var (earlier, time) = (past[0].Length, embeddings.shape[1]);
        var mask = Mask(Future(time, earlier + time, embeddings.device).unsqueeze(0).expand(embeddings.shape[0], time, earlier + time), embeddings);
        var hidden = embeddings;
        for (var i = 0; i < blocks.Length; i++)
        {
            trace?.Record($"hidden_{i}", hidden);
            hidden = blocks[i].Forward(hidden, mask, past[i]);
        }

        hidden = finalNorm.Forward(hidden);
        trace?.Record($"hidden_{blocks.Length}", hidden);
        return hidden;
    }

    /// <summary>The mask of every block from blocked [batch, queries, keys].</summary>
    private Tensor Mask(Tensor blocked, Tensor embeddings) => AttentionMask.Of(blocked, heads, mode.Products ?? embeddings.dtype);

    /// <summary>[queries, keys], true where a key comes after its query; the last query sits at the last key.</summary>
    private static Tensor Future(long queries, long keys, Device device) =>
        ones(queries, keys, dtype: ScalarType.Bool, device: device).triu(keys - queries + 1);
}
