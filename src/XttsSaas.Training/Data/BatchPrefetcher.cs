using System.Runtime.ExceptionServices;

namespace XttsSaas.Training.Data;

/// <summary>
/// Prepares the batches that come next on a thread of its own, while the current step computes. A batch follows from its position
/// alone, so it does not matter which thread made it, when, or whether it was made before.
/// <code>
/// At(p) ─ window p, p + s, …: what lies in it stays, the rest goes ─ wait for p ─ hand p out ─ window p + s, …, p + ahead · s
/// </code>
/// The window alone says what to prepare. A run that jumps (a roll-back, a step that is done again in smaller pieces) moves it, and
/// at most <c>ahead</c> batches are held at any time. A failure is kept like a batch and thrown when its position is asked for;
/// asking again tries again.
/// </summary>
public sealed class BatchPrefetcher : IDisposable
{
    private readonly Func<long, ClipBatch> prepare;
    private readonly int stride;
    private readonly int ahead;
    private readonly Thread? thread;

    // From here on guarded by the dictionary as a monitor, which is pulsed at every change.
    private readonly Dictionary<long, Outcome> ready = [];
    private long? first;
    private bool stopped;

    /// <param name="prepare">The batch at a position; must be thread-safe.</param>
    /// <param name="stride">Positions from one batch to the next.</param>
    /// <param name="ahead">Batches to have ready; 0 prepares each when it is asked for, without a thread.</param>
    public BatchPrefetcher(Func<long, ClipBatch> prepare, int stride, int ahead)
    {
        (this.prepare, this.stride, this.ahead) = (prepare, stride, ahead);
        if (ahead == 0)
            return;
        thread = new Thread(PrepareAhead) { IsBackground = true, Name = "batch prefetch" };
        thread.Start();
    }

    /// <summary>The batch at <paramref name="position"/>; whatever its preparation throws is thrown here.</summary>
    /// <exception cref="ObjectDisposedException">The prefetcher was disposed of.</exception>
    public ClipBatch At(long position)
    {
        if (thread is null)
            return prepare(position);
        lock (ready)
        {
            ObjectDisposedException.ThrowIf(stopped, this);
            MoveTo(position);
            Outcome outcome;
            while (!ready.Remove(position, out outcome))
                Monitor.Wait(ready);
            MoveTo(position + stride);
            outcome.Failure?.Throw();
            return outcome.Batch!;
        }
    }

    /// <summary>Ends the thread; a batch that is being prepared is finished first.</summary>
    public void Dispose()
    {
        lock (ready)
        {
            stopped = true;
            Monitor.PulseAll(ready);
        }

        thread?.Join();
    }

    private void MoveTo(long position)
    {
        first = position;
        foreach (var outside in ready.Keys.Where(held => !InWindow(held)).ToArray())
            ready.Remove(outside);
        Monitor.PulseAll(ready);
    }

    private void PrepareAhead()
    {
        while (Next() is { } position)
        {
            var outcome = Prepare(position);
            lock (ready)
            {
                if (InWindow(position))
                    ready[position] = outcome;
                Monitor.PulseAll(ready);
            }
        }
    }

    /// <summary>Waits for a position of the window that is not prepared; null when it is time to end.</summary>
    private long? Next()
    {
        lock (ready)
        {
            while (!stopped)
            {
                if (Window().Where(position => !ready.ContainsKey(position)).Cast<long?>().FirstOrDefault() is { } missing)
                    return missing;
                Monitor.Wait(ready);
            }

            return null;
        }
    }

    private Outcome Prepare(long position)
    {
        try
        {
            return new Outcome(prepare(position), null);
        }
        catch (Exception exception)
        {
            // It belongs to the thread that asks for the batch.
            return new Outcome(null, ExceptionDispatchInfo.Capture(exception));
        }
    }

    private IEnumerable<long> Window() => first is { } start ? Enumerable.Range(0, ahead).Select(i => start + ((long)i * stride)) : [];

    private bool InWindow(long position) => Window().Contains(position);

    private readonly record struct Outcome(ClipBatch? Batch, ExceptionDispatchInfo? Failure);
}
