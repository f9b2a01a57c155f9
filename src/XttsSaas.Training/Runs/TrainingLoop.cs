using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Runs;

/// <summary>The steps of a run, with validations and checkpoints in between.</summary>
public sealed class TrainingLoop(
    Trainer trainer,
    Evaluator? evaluator,
    RunCheckpoints checkpoints,
    TrainingConfig config,
    int totalSteps,
    StepMeter meter,
    IProgress<WorkerEvent> events)
{
    /// <summary>Trains from <paramref name="state"/> to the last step and returns the state there.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop; the last full step was saved.</exception>
    public RunState Run(RunState state, CancellationToken cancellation)
    {
        if (state.Step == 0)
            Validate(state, cancellation);
        var saved = state.Step;
        while (state.Step < totalSteps)
        {
            if (cancellation.IsCancellationRequested)
            {
                if (saved < state.Step)
                    Save(state, best: false);
                cancellation.ThrowIfCancellationRequested();
            }

            state = Step(state);
            var last = state.Step == totalSteps;
            var best = false;
            if (last || IsDue(config.ValidateEvery, state.Step))
                (state, best) = Validate(state, CancellationToken.None);
            if (last || best || IsDue(config.CheckpointEvery, state.Step))
            {
                Save(state, best);
                saved = state.Step;
            }
        }

        return state;
    }

    private RunState Step(RunState state)
    {
        var step = state.Step + 1;
        var result = trainer.Step(step);
        if (!result.Accepted)
        {
            events.Report(new WarningEvent(step, WorkerCodes.NonFiniteStep, $"Step {step} was skipped: its loss or gradients were not finite."));
            return state with { Step = step };
        }

        var average = new LossAverage(state.LossAverage, state.LossAverageWeight);
        var smoothed = average.Add(result.Losses.Total);
        events.Report(new StepEvent(
            step, result.Losses.Text, result.Losses.Audio, result.Losses.Total, smoothed, result.LearningRate, result.GradNorm,
            result.TokensPerSecond, meter.Remaining(totalSteps - step), StepMeter.PeakMemoryMb));
        return state with { Step = step, LossAverage = average.Sum, LossAverageWeight = average.Weight };
    }

    // The untrained base (step 0) is scored for comparison but is never the best: the result is always a trained model.
    private (RunState State, bool Best) Validate(RunState state, CancellationToken cancellation)
    {
        if (evaluator is null)
            return (state with { BestStep = state.Step }, state.Step == totalSteps);

        var losses = evaluator.Run(cancellation);
        var best = state.Step > 0 && double.IsFinite(losses.Total) && !(state.BestLoss <= losses.Total);
        events.Report(new ValidationEvent(state.Step, losses.Text, losses.Audio, losses.Total, best));
        return (best ? state with { BestStep = state.Step, BestLoss = losses.Total } : state, best);
    }

    private void Save(RunState state, bool best)
    {
        var checkpoint = checkpoints.Save(state);
        events.Report(new CheckpointEvent(state.Step, checkpoint.Path, checkpoint.Sha256, best, checkpoint.Bytes));
        checkpoints.Prune(config.KeepLast, state.BestStep);
    }

    private static bool IsDue(int interval, int step) => interval > 0 && step % interval == 0;
}
