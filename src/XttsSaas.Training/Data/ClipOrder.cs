using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Data;

/// <summary>
/// The endless sequence of training clips: one seeded shuffle after the other, every clip once per epoch. The position in
/// it is the data cursor; it follows from the step number. Thread-safe.
/// </summary>
public sealed class ClipOrder(int clips, long seed)
{
    private readonly Lock gate = new();
    private long epoch = -1;
    private int[] order = [];

    /// <summary>The clip at <paramref name="position"/>, counted from 0 over the whole run.</summary>
    public int At(long position)
    {
        lock (gate)
        {
            if (position / clips != epoch)
            {
                epoch = position / clips;
                order = new SeededStream(seed, "order", epoch).Permutation(clips);
            }

            return order[position % clips];
        }
    }
}
