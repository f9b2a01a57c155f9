using XttsSaas.Training.Configuration;
using XttsSaas.Training.Optimization;

namespace XttsSaas.Training.Tests.Optimization;

public sealed class LearningRateScheduleTests
{
    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(4, 1.0)]
    [InlineData(5, 1.0)]
    [InlineData(10, 1.0)]
    public void At_Constant_RisesAndStays(int step, double expected) =>
        Assert.Equal(expected, new LearningRateSchedule(ScheduleKind.Constant, 1, 4, 10, 0.1).At(step), 12);

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(6, 0.55)] // half way: the mean of peak and final rate
    [InlineData(10, 0.1)]
    public void At_Cosine_FallsToTheFinalRatio(int step, double expected) =>
        Assert.Equal(expected, new LearningRateSchedule(ScheduleKind.Cosine, 1, 2, 10, 0.1).At(step), 12);

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(3, 1.0)] // the warm-up ends with step 2; the first three steps after it have the peak
    [InlineData(5, 1.0)]
    [InlineData(6, 0.5)]
    [InlineData(8, 0.5)]
    [InlineData(9, 0.25)]
    public void At_Step_DropsEveryThreeSteps(int step, double expected) =>
        Assert.Equal(expected, new LearningRateSchedule(ScheduleKind.Step, 1, 2, 10, 0.1, decayEvery: 3, decayFactor: 0.5).At(step), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void At_StepOutsideTheRun_Throws(int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningRateSchedule(ScheduleKind.Constant, 1, 0, 10, 0).At(step));
}
