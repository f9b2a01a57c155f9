using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Tests.Runs;

public sealed class NonFiniteGuardTests
{
    [Fact]
    public void Accept_FiveBadStepsInARow_EndsTheRun()
    {
        var guard = new NonFiniteGuard();

        for (var step = 1; step < NonFiniteGuard.Limit; step++)
            Assert.False(guard.Accept(step, double.NaN, 1));

        var exception = Assert.Throws<TrainingException>(() => guard.Accept(NonFiniteGuard.Limit, 1, double.PositiveInfinity));
        Assert.Equal(WorkerCodes.Diverged, exception.Code);
    }

    [Fact]
    public void Accept_GoodStepInBetween_StartsCountingAgain()
    {
        var guard = new NonFiniteGuard();

        for (var step = 1; step <= 3 * NonFiniteGuard.Limit; step++)
            Assert.Equal(step % 4 == 0, guard.Accept(step, step % 4 == 0 ? 1 : double.NaN, 1));
    }

    [Fact]
    public void Add_FirstLoss_IsTheAverageItself()
    {
        var average = new LossAverage(0, 0);

        Assert.Equal(5, average.Add(5), 12);
        Assert.InRange(average.Add(1), 2.8, 3.0);
    }
}
