using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Memory;

/// <summary>
/// Lets a run that does not fit into memory go on in smaller pieces: the batch and its clips stay, and so does its loss, but
/// half as many clips go through the model at a time. The piece size is part of the run's state.
/// </summary>
/// <param name="batchSize">Clips per micro-batch.</param>
/// <param name="events">Receives a warning for every halving.</param>
internal sealed class MemoryBackOff(int batchSize, IProgress<WorkerEvent> events)
{
    /// <summary>Does <paramref name="work"/> with the state, again and again with smaller pieces while memory runs out.</summary>
    /// <returns>The state with the piece size that did, and what the work gave.</returns>
    /// <exception cref="TrainingException">Not even one clip at a time fits.</exception>
    public (RunState State, T Result) Run<T>(RunState state, Func<RunState, T> work)
    {
        while (true)
        {
            try
            {
                return (state, work(state));
            }
            catch (Exception exception) when (MemoryFailure.Is(exception))
            {
                state = Smaller(state, exception);
            }
        }
    }

    private RunState Smaller(RunState state, Exception exception)
    {
        if (state.PieceSize == 1)
        {
            throw new TrainingException(WorkerCodes.OutOfMemory,
                "A single clip does not fit into memory; lower limits.maxSamples, train adapters instead of the full model, or use a device with more memory.", exception);
        }

        var size = (state.PieceSize + 1) / 2;
        events.Report(new WarningEvent(state.Step, WorkerCodes.OutOfMemory,
            $"Memory ran out after step {state.Step}: {size} clips go through the model at a time instead of {state.PieceSize}, so that a batch of {batchSize} takes {(batchSize + size - 1) / size} passes; the batch stays the same."));
        return state with { PieceSize = size };
    }
}
