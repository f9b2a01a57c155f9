using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Tests.Runs;

[Collection(OneAtATime.Name)]
public sealed class LossScalingTests : IDisposable
{
    // Infinite in float32, and so are the gradients.
    private static readonly LossScale TooHigh = new(Math.Pow(2, 130), 7);

    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Step_Scaled_TrainsToTheSameBytes()
    {
        using var plain = new SmallTrainer(run, TestRun.Config);
        using var scaled = new SmallTrainer(run, TestRun.Config);

        var expected = plain.Trainer.Step(new RunState { PieceSize = 2 }, CancellationToken.None);
        var actual = scaled.Trainer.Step(new RunState { PieceSize = 2, LossScale = LossScale.Start }, CancellationToken.None);

        Assert.Equal(expected.GradNorm, actual.GradNorm);
        Assert.Equal(expected.Losses, actual.Losses);
        Assert.Null(expected.LossScale);
        Assert.Equal(new LossScale(65_536, 1), actual.LossScale);
        AssertSame(plain, scaled);
    }

    [Fact]
    public void Step_GradientsOverflow_LeavesTheWeightsAloneAndHalvesTheScale()
    {
        using var trainer = new SmallTrainer(run, TestRun.Config);
        using var untouched = new SmallTrainer(run, TestRun.Config);
        var state = new RunState { PieceSize = 2, LossScale = TooHigh, BadSteps = 1 };

        var result = trainer.Trainer.Step(state, CancellationToken.None);
        state = state.After(result);

        Assert.Equal((false, true), (result.Accepted, result.Overflowed));
        AssertSame(untouched, trainer);
        Assert.Equal((1, 1), (state.Step, state.BadSteps));
        Assert.Equal(new LossScale(Math.Pow(2, 129), 0), state.LossScale);
    }

    [Fact]
    public void After_NotFiniteAndNotOverflowed_IsABadStep()
    {
        var result = new StepResult(default, 1e-3, double.NaN, 0, Accepted: false) { LossScale = new LossScale(0.5, 0) };

        Assert.Equal((1, 0.5), (new RunState().After(result).BadSteps, new RunState().After(result).LossScale!.Factor));
    }

    [Fact]
    public void Step_SavedAmidOverflowsAndRestored_GoesOnToTheSameBytes()
    {
        using var whole = new SmallTrainer(run, TestRun.Config);
        var state = Train(whole, new RunState { PieceSize = 2, LossScale = TooHigh }, steps: 2);
        var checkpoints = run.File("checkpoints");
        whole.Checkpoints(checkpoints).Save(state);
        state = Train(whole, state, steps: 4);
        Assert.InRange(state.LossScale!.Factor, 1, Math.Pow(2, 127));
        Assert.InRange(state.LossScale.GoodSteps, 1, 3);

        using var resumed = new SmallTrainer(run, TestRun.Config);
        var restored = Train(resumed, resumed.Checkpoints(checkpoints).RestoreNewest("")!, steps: 4);

        Assert.Equal(state.LossScale, restored.LossScale);
        AssertSame(whole, resumed);
    }

    private static RunState Train(SmallTrainer trainer, RunState state, int steps)
    {
        for (var step = 0; step < steps; step++)
            state = state.After(trainer.Trainer.Step(state, CancellationToken.None));
        return state;
    }

    private static void AssertSame(SmallTrainer expected, SmallTrainer actual)
    {
        var weights = actual.Weights();
        Assert.All(expected.Weights(), entry => Assert.Equal(entry.Value, weights[entry.Key]));
    }
}
