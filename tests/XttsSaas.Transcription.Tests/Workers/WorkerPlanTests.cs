using XttsSaas.Transcription.Workers;

namespace XttsSaas.Transcription.Tests.Workers;

public sealed class WorkerPlanTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 4)]
    [InlineData(64, 32)]
    public void For_MuchMemory_UsesEveryCore(int cores, int workers)
    {
        var plan = WorkerPlan.For(Gigabyte / 2, cores, 1024 * Gigabyte);

        Assert.Equal(workers, plan.Workers);
        Assert.Equal(cores, plan.Workers * plan.ThreadsPerWorker);
    }

    [Fact]
    public void For_LittleMemory_HasFewerWorkersWithMoreThreads() =>
        Assert.Equal(new WorkerPlan(2, 8), WorkerPlan.For(3 * Gigabyte, 16, 8 * Gigabyte));

    [Fact]
    public void For_TooLittleMemory_HasOneWorker() => Assert.Equal(new WorkerPlan(1, 4), WorkerPlan.For(3 * Gigabyte, 4, Gigabyte));
}
