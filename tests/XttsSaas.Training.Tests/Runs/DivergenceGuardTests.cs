using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Tests.Runs;

public sealed class DivergenceGuardTests
{
    private static readonly StepResult Bad = new(default, 1e-3, double.NaN, 0, Accepted: false);
    private readonly DivergenceGuard guard = new(new TrainingConfig());

    [Fact]
    public void Cause_FiveBadStepsInARow_IsDivergence()
    {
        var state = new RunState();
        for (var step = 1; step < DivergenceGuard.BadStepsLimit; step++)
        {
            state = state.After(Bad);
            Assert.Null(guard.Cause(state));
            Assert.False(guard.IsHealthy(state));
        }

        state = state.After(Bad);

        Assert.Contains("not finite in 5 steps in a row up to step 5", guard.Cause(state), StringComparison.Ordinal);
    }

    [Fact]
    public void Cause_GoodStepInBetween_StartsCountingAgain()
    {
        var state = new RunState();
        for (var step = 1; step <= 3 * DivergenceGuard.BadStepsLimit; step++)
        {
            state = state.After(step % 4 == 0 ? Good(1) : Bad);
            Assert.Null(guard.Cause(state));
        }
    }

    [Fact]
    public void Cause_ManyOverflowsOfAScaledLoss_AreNone()
    {
        var state = new RunState();
        for (var step = 1; step <= 3 * DivergenceGuard.BadStepsLimit; step++)
        {
            state = state.After(Bad with { Overflowed = true });
            Assert.Null(guard.Cause(state));
        }
    }

    [Fact]
    public void Cause_LossFarAboveItsBest_IsDivergenceAfterTheCheckpointsStoppedCounting()
    {
        var state = Trained(steps: 30, loss: 3);
        var unhealthy = 0;
        while (guard.Cause(state) is null)
        {
            state = state.After(Good(9));
            unhealthy += guard.IsHealthy(state) ? 0 : 1;
        }

        Assert.InRange(state.SmoothedLoss, 6, 6.6);
        Assert.Equal(3, state.BestSmoothedLoss!.Value, 9);
        Assert.InRange(unhealthy, 2, 10);
    }

    [Fact]
    public void Cause_SmallLossThatDoublesOrFirstLossesThatJump_AreNone()
    {
        var low = Trained(steps: 30, loss: 0.1);
        var early = Trained(steps: 3, loss: 1);
        for (var i = 0; i < 5; i++)
        {
            low = low.After(Good(0.9));
            early = early.After(Good(8));
            Assert.Null(guard.Cause(low));
            Assert.Null(guard.Cause(early));
        }
    }

    [Fact]
    public void Cause_FactorZero_NeverWatchesTheLoss()
    {
        var unwatched = new DivergenceGuard(new TrainingConfig { DivergenceFactor = 0 });
        var state = Trained(steps: 30, loss: 1).After(Good(1e9));

        Assert.NotNull(guard.Cause(state));
        Assert.Null(unwatched.Cause(state));
        Assert.True(unwatched.IsHealthy(state));
    }

    [Fact]
    public void Add_FirstLoss_IsTheAverageItself()
    {
        var average = new LossAverage(0, 0);

        Assert.Equal(5, average.Add(5), 12);
        Assert.InRange(average.Add(1), 2.8, 3.0);
        Assert.Equal(LossAverage.WeightAfter(2), average.Weight, 12);
    }

    private static StepResult Good(double loss) => new(StepLosses.Of(0, loss, 1), 1e-3, 1, 0, Accepted: true);

    private static RunState Trained(int steps, double loss) =>
        Enumerable.Range(0, steps).Aggregate(new RunState(), (state, _) => state.After(Good(loss)));
}
