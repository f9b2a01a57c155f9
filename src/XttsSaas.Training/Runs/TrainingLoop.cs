using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Judging;
using XttsSaas.Training.Memory;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Runs;

/// <summary>The steps of a run, with validations and checkpoints in between.</summary>
public sealed class TrainingLoop(
    Trainer trainer,
    Evaluator? evaluator,
    RunCheckpoints checkpoints,
    Rollback rollback,
    SoundTrials? sound,
    TrainingConfig config,
    int totalSteps,
    StepMeter meter,
    IProgress<WorkerEvent> events)
{
    private readonly DivergenceGuard guard = new(config);
    private readonly MemoryBackOff backOff = new(config.BatchSize, events);

    /// <summary>Trains from <paramref name="state"/> to the last step and returns the state there.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop; the last full step was saved.</exception>
    /// <exception cref="TrainingException">It diverged and was rolled back as often as allowed.</exception>
    public RunState Run(RunState state, CancellationToken cancellation)
    {
        if (state.Step == 0)
            state = Validate(state, cancellation).State;
        Listen(0, cancellation);
        if (IsCandidate(state))
            Listen(state.Step, cancellation);
        var saved = state.Step;
        while (!IsOver(state))
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                state = Step(state, cancellation);
            }
            catch (OperationCanceledException) when (saved < state.Step)
            {
                Save(state, best: false);
                throw;
            }

            var (best, cause) = (false, guard.Cause(state));
            if (cause is null && (state.Step == totalSteps || IsDue(config.ValidateEvery, state.Step)))
                (state, best, cause) = Validate(state, CancellationToken.None);
            if (cause is not null)
            {
                state = rollback.Apply(state, cause);
                saved = state.Step;
            }
            else if (IsCandidate(state))
            {
                state = Save(state, best);
                saved = state.Step;
                Listen(state.Step, cancellation);
            }
        }

        return state;
    }

    private RunState Step(RunState state, CancellationToken cancellation)
    {
        (state, var result) = backOff.Run(state, at => trainer.Step(at, cancellation));
        state = state.After(result);
        events.Report(result.Accepted
            ? new StepEvent(
                state.Step, result.Losses.Text, result.Losses.Audio, result.Losses.Total, state.SmoothedLoss, result.LearningRate, result.GradNorm,
                result.TokensPerSecond, meter.Remaining(totalSteps - state.Step), StepMeter.PeakMemoryMb)
            : new WarningEvent(state.Step, WorkerCodes.NonFiniteStep, Skipped(state, result)));
        return state;
    }

    private static string Skipped(RunState state, StepResult result) => result.Overflowed
        ? $"Step {state.Step} was skipped: its gradients overflowed; the loss is scaled by {state.LossScale!.Factor} from now on."
        : $"Step {state.Step} was skipped: its loss or gradients were not finite.";

    /// <returns>The state, whether it is the best, and why the run has diverged where it has.</returns>
    private (RunState State, bool Best, string? Cause) Validate(RunState state, CancellationToken cancellation)
    {
        if (evaluator is null)
            return (state with { BestStep = state.Step }, state.Step == totalSteps, null);

        (state, var losses) = backOff.Run(state, at => evaluator.Run(at.PieceSize, cancellation));
        if (!double.IsFinite(losses.Total))
            return (state, false, $"the validation loss of step {state.Step} is not finite");
        (state, var best) = state.AfterValidation(losses);
        events.Report(new ValidationEvent(state.Step, losses.Text, losses.Audio, losses.Total, best));
        if (HasStopped(state) && state.Step < totalSteps)
            events.Report(new WarningEvent(state.Step, WorkerCodes.StoppedEarly, $"The run ends at step {state.Step} of {totalSteps}: {state.StaleValidations} validations brought no better loss than step {state.BestStep}."));
        return (state, best, null);
    }

    private RunState Save(RunState state, bool best)
    {
        if (best || guard.IsHealthy(state))
            state = state with { GoodStep = state.Step, Returns = 0 };
        var checkpoint = checkpoints.Save(state);
        events.Report(new CheckpointEvent(state.Step, checkpoint.Path, checkpoint.Sha256, best, checkpoint.Bytes));
        checkpoints.Prune(config.KeepLast, state.BestStep, state.GoodStep, sound?.BestStep);
        return state;
    }

    /// <summary>After the checkpoint is safe: listening takes a while, and a kill meanwhile must cost no step.</summary>
    private void Listen(int step, CancellationToken cancellation) => sound?.Hold(step, cancellation);

    /// <summary>Whether the state is one that every run of this job saves and listens to, however often it was stopped.</summary>
    private bool IsCandidate(RunState state) =>
        state.Step > 0 && (IsOver(state) || state.BestStep == state.Step || IsDue(config.CheckpointEvery, state.Step));

    private bool IsOver(RunState state) => state.Step >= totalSteps || HasStopped(state);

    private bool HasStopped(RunState state) => config.Patience > 0 && state.StaleValidations >= config.Patience;

    private static bool IsDue(int interval, int step) => interval > 0 && step % interval == 0;
}
