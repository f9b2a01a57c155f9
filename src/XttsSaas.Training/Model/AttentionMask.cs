using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// What is added to attention scores before the softmax, [batch · heads, queries, keys]: 0, or the lowest number of its type where a
/// query must not see a key. As a summand of the product that gives the scores it costs no pass of its own.
/// </summary>
internal static class AttentionMask
{
    /// <param name="blocked">[batch, queries, keys], true where a query must not see a key; every query sees one.</param>
    /// <param name="heads">Heads of a block.</param>
    /// <param name="type">In which the scores are computed.</param>
    public static Tensor Of(Tensor blocked, int heads, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var (batch, queries, keys) = (blocked.shape[0], blocked.shape[1], blocked.shape[2]);
        return zeros(blocked.shape, dtype: type, device: blocked.device)
            .masked_fill(blocked, Lowest(type))
            .unsqueeze(1).expand(batch, heads, queries, keys).reshape(batch * heads, queries, keys)
            .MoveToOuterDisposeScope();
    }

    private static double Lowest(ScalarType type) => type switch
    {
        ScalarType.Float16 => -65_504,
        ScalarType.BFloat16 => -3.3895313892515355e38,
        _ => float.MinValue,
    };
}
