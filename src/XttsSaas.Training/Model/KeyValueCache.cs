using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Keys and values of one block for the positions that have been computed, so that a further position costs one row.</summary>
public sealed class KeyValueCache : IDisposable
{
    private Tensor? keys;
    private Tensor? values;

    /// <summary>Positions held.</summary>
    public long Length => keys?.shape[2] ?? 0;

    /// <summary>[batch, heads, positions, width]</summary>
    public Tensor Keys => keys ?? throw Empty();

    /// <inheritdoc cref="Keys"/>
    public Tensor Values => values ?? throw Empty();

    public void Dispose()
    {
        keys?.Dispose();
        values?.Dispose();
        (keys, values) = (null, null);
    }

    /// <summary>Appends new positions [batch, heads, positions, width].</summary>
    internal void Append(Tensor newKeys, Tensor newValues) =>
        (keys, values) = (Joined(keys, newKeys), Joined(values, newValues));

    private static Tensor Joined(Tensor? old, Tensor added)
    {
        using (old)
            return (old is null ? added.clone() : cat([old, added], 2)).DetachFromDisposeScope();
    }

    private static InvalidOperationException Empty() => new("The cache holds no position yet.");
}
