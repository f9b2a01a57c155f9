using XttsSaas.Xtts.Weights;
using XttsSaas.Training.Data;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>
/// Batches of clips of like length, so that little padding is computed: every epoch shuffles the clips, sorts each group of
/// <see cref="GroupBatches"/> batches by length, and shuffles the batches. Batch <c>n</c> follows from the seed and n alone.
/// </summary>
public sealed class LengthBuckets(IReadOnlyList<int> lengths, int batchSize, long seed)
{
    private const int GroupBatches = 32;
    private long epoch = -1;
    private int[][] batches = [];

    /// <summary>Whole batches per epoch; the rest of the clips waits for the next shuffle.</summary>
    public int PerEpoch => lengths.Count / batchSize;

    /// <summary>The clips of batch <paramref name="number"/>, counted from 0 over the whole run.</summary>
    public int[] At(long number)
    {
        if (number / PerEpoch != epoch)
            Shuffle(number / PerEpoch);
        return batches[number % PerEpoch];
    }

    private void Shuffle(long next)
    {
        epoch = next;
        var order = new SeededStream(seed, "buckets", epoch).Permutation(lengths.Count)[..(PerEpoch * batchSize)];
        var sorted = order.Chunk(GroupBatches * batchSize)
            .SelectMany(group => group.OrderBy(clip => lengths[clip]).Chunk(batchSize)).ToArray();
        batches = [.. new SeededStream(seed, "batches", epoch).Permutation(sorted.Length).Select(i => sorted[i])];
    }
}
