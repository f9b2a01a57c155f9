using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Runs;

/// <summary>How a run's state follows from what happens in it.</summary>
internal static class RunProgress
{
    /// <summary>The state after a step that moved the weights, or was skipped.</summary>
    public static RunState After(this RunState state, StepResult result)
    {
        var step = state.Step + 1;
        state = state with { LossScale = result.LossScale };
        if (!result.Accepted)
            return state with { Step = step, BadSteps = state.BadSteps + (result.Overflowed ? 0 : 1) };

        var average = new LossAverage(state.LossAverage, state.LossAverageWeight);
        average.Add(result.Losses.Total);
        state = state with
        {
            Step = step,
            BadSteps = 0,
            LossAverage = average.Sum,
            LossAverageWeight = average.Weight,
            Losses = state.Losses.WithTraining(Point(step, result.Losses)),
        };
        return state with { BestSmoothedLoss = Math.Min(state.BestSmoothedLoss ?? double.PositiveInfinity, state.SmoothedLoss) };
    }

    /// <summary>The state after the held-out clips were scored. The untrained base, step 0, is never the best: the result is always a trained model.</summary>
    public static (RunState State, bool Best) AfterValidation(this RunState state, StepLosses losses)
    {
        var best = state.Step > 0 && !(state.BestLoss <= losses.Total);
        state = state with { Losses = state.Losses.WithValidation(Point(state.Step, losses), best) };
        return best
            ? (state with { BestStep = state.Step, BestLoss = losses.Total, StaleValidations = 0 }, true)
            : (state with { StaleValidations = state.Step > 0 ? state.StaleValidations + 1 : 0 }, false);
    }

    /// <summary>The state of the same run before its first step.</summary>
    public static RunState AtStart(this RunState state) => new()
    {
        Fingerprint = state.Fingerprint,
        PieceSize = state.PieceSize,
        Losses = new LossHistory { BaseValidation = state.Losses.BaseValidation },
    };

    private static LossPoint Point(int step, StepLosses losses) => new(step, losses.Text, losses.Audio, losses.Total);
}
