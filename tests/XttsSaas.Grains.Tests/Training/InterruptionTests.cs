using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Training;
using XttsSaas.Grains.Tests.Hosting;
using static XttsSaas.Grains.Tests.Training.TrainingSessionGrainTests;

namespace XttsSaas.Grains.Tests.Training;

public sealed class InterruptionTests
{
    [Fact]
    public async Task WorkerKilled_AfterACheckpoint_GoesOnByItselfWithANewLease()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var grain = platform.Session(tenant, session);
        var first = await platform.Workers.NextAsync();
        await grain.ReportAsync(Report(first.Lease, 20) with { Checkpoints = Checkpoint(20) });

        await EndAsync(platform, first, null);
        var interrupted = (await grain.GetAsync())!;
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await platform.Workers.NextAsync();
        await EndAsync(platform, second, new TrainingResult(40, 40, "folder", "abc"));

        var ended = (await grain.GetAsync())!;
        Assert.Equal((SessionState.Interrupted, 1), (interrupted.State, interrupted.Interruptions));
        Assert.NotEqual(first.Lease.Id, second.Lease.Id);
        Assert.Equal((first.OutputFolder, first.Settings), (second.OutputFolder, second.Settings));
        Assert.Equal((SessionState.Completed, 15.0), (ended.State, ended.DeviceSeconds));
        Assert.Equal(15, Assert.Single(platform.World.Ledger.Events).Quantity);
    }

    [Fact]
    public async Task WorkerKilled_ManyTimesWithoutProgress_FailsWithAClearMessage()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var grain = platform.Session(tenant, session);

        var max = new InterruptionPolicy().MaxWithoutProgress;
        for (var i = 1; i <= max; i++)
        {
            await EndAsync(platform, await platform.Workers.NextAsync(), null);
            platform.World.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var ended = (await grain.GetAsync())!;
        Assert.Equal(SessionState.Failed, ended.State);
        Assert.Contains("10 times without reaching another checkpoint", ended.Failure!.Message);
        Assert.Empty((await platform.Pool.GetAsync()).Queue);
    }

    [Fact]
    public async Task WorkerKilled_ManyTimesWithProgress_IsNeverGivenUp()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync(steps: 100);
        await platform.ReportCpuAsync();
        var grain = platform.Session(tenant, session);

        for (var i = 1; i <= 15; i++)
        {
            var work = await platform.Workers.NextAsync();
            await grain.ReportAsync(Report(work.Lease, i) with { Checkpoints = Checkpoint(i) });
            await EndAsync(platform, work, null);
            platform.World.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await platform.Workers.NextAsync();
        Assert.Equal((SessionState.Running, 15), ((await grain.GetAsync())!.State, (await grain.GetAsync())!.Interruptions));
    }

    [Fact]
    public async Task StartAsync_LeaseThatWasGivenBack_IsNotTakenAgain()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var grain = platform.Session(tenant, session);
        var work = await platform.Workers.NextAsync();
        await platform.Pool.DrainAsync(Platform.Silo, "cpu");
        await EndAsync(platform, work, null);
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));

        await grain.StartAsync(work.Lease);

        Assert.Equal(SessionState.Queued, (await grain.GetAsync())!.State);
        Assert.Equal(0, platform.Workers.StartedAndUnseen);
        Assert.Equal(session, Assert.Single((await platform.Pool.GetAsync()).Queue).Session);
    }

    [Fact]
    public async Task Reminder_WorkerLostUnnoticed_InterruptsAndResumes()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var first = await platform.Workers.NextAsync();
        platform.Workers.Lose(first.Lease.Id);

        await platform.PassMinutesUntilAsync(async () => (await platform.Session(tenant, session).GetAsync())!.Interruptions > 0);
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await platform.Workers.NextAsync();

        Assert.Equal(1, (await platform.Session(tenant, session).GetAsync())!.Interruptions);
        Assert.NotEqual(first.Lease.Id, second.Lease.Id);
    }

    private static TrainingCheckpoint[] Checkpoint(int step) =>
        [new TrainingCheckpoint(step, $"step-{step}", "abc", true, default)];
}
