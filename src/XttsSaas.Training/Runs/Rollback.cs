using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Judging;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Runs;

/// <summary>
/// Takes a run that has diverged back to its last good checkpoint, or to its start, with half the learning rate. A checkpoint
/// that ended in divergence again and again was taken when its weights were lost already: the run then starts afresh.
/// <code>
/// weights, moments, state of the good step ─ later checkpoints removed ─ good checkpoint written again with the new count
/// </code>
/// A kill anywhere in between resumes from the good checkpoint or one before or after it, with the old count; the same
/// steps then diverge the same way and end here again.
/// </summary>
public sealed class Rollback(
    RunCheckpoints checkpoints,
    Trainables trainables,
    NamedAdamW optimizer,
    Checkpoint baseModel,
    TrainingConfig config,
    SoundTrials? sound,
    IProgress<WorkerEvent> events)
{
    /// <summary>What every roll-back multiplies the learning rate by.</summary>
    public const double RateFactor = 0.5;

    /// <summary>Roll-backs to one checkpoint after which the run goes back to its start instead.</summary>
    public const int MaxReturns = 2;

    /// <summary>Rolls <paramref name="diverged"/> back and returns the state to go on from.</summary>
    /// <param name="diverged">The state now.</param>
    /// <param name="cause">Why, as a clause.</param>
    /// <exception cref="TrainingException">It was rolled back often enough.</exception>
    public RunState Apply(RunState diverged, string cause)
    {
        if (diverged.Rollbacks >= config.MaxRollbacks)
        {
            throw new TrainingException(WorkerCodes.Diverged,
                $"The run has diverged: {cause}. It was rolled back {diverged.Rollbacks} time(s), each with half the learning rate; start with a lower one, or look for damaged clips.");
        }

        var state = Restore(diverged);
        state = state with { Rollbacks = diverged.Rollbacks + 1, Returns = state.Step > 0 ? diverged.Returns + 1 : 0, PieceSize = Math.Min(state.PieceSize, diverged.PieceSize), LossScale = diverged.LossScale };
        sound?.RemoveAfter(state.Step);
        checkpoints.RemoveAfter(state.Step);
        checkpoints.Save(state);
        events.Report(new RolledBackEvent(diverged.Step, state.Step, state.Rollbacks, Math.Pow(RateFactor, state.Rollbacks), cause));
        return state;
    }

    private RunState Restore(RunState diverged)
    {
        if (diverged.GoodStep > 0 && diverged.Returns < MaxReturns)
        {
            return checkpoints.Restore(diverged.GoodStep)
                ?? throw new TrainingException(WorkerCodes.InvalidCheckpoint, $"The run has diverged, and its last good checkpoint, of step {diverged.GoodStep}, is missing or damaged.");
        }

        trainables.Reset(baseModel);
        optimizer.Reset();
        return diverged.AtStart();
    }
}
