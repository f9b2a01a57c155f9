using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Asks a pass through the stack for the attention weights of some blocks, for example to train them.</summary>
/// <param name="blocks">Numbers of the blocks, from 0.</param>
public sealed class AttentionProbe(params int[] blocks)
{
    private readonly List<Tensor> seen = [];

    /// <summary>The weights [batch, heads, query, key] of the asked blocks, in the blocks' order.</summary>
    public IReadOnlyList<Tensor> Seen => seen;

    internal bool Wants(int block) => blocks.Contains(block);

    internal void Record(Tensor weights) => seen.Add(weights.MoveToOuterDisposeScope());
}
