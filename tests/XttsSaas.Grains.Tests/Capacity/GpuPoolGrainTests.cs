using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Training;
using XttsSaas.Grains.Tests.Hosting;
using static XttsSaas.Grains.Tests.Training.TrainingSessionGrainTests;

namespace XttsSaas.Grains.Tests.Capacity;

public sealed class GpuPoolGrainTests
{
    [Fact]
    public async Task Queue_TwoTenants_AreServedInTurns()
    {
        await using var platform = await Platform.StartAsync();
        var (busy, first) = await platform.AddReadySessionAsync();
        var voice = await platform.AddVoiceAsync(busy);
        var dataset = await platform.AddBuiltDatasetAsync(busy);
        var second = await platform.AddSessionAsync(busy, voice, dataset);
        var third = await platform.AddSessionAsync(busy, voice, dataset);
        var (_, other) = await platform.AddReadySessionAsync();

        var shown = (await platform.Pool.GetAsync()).Queue.Select(j => j.Session);
        await platform.ReportCpuAsync();
        var started = new List<SessionId>();
        for (var i = 0; i < 4; i++)
        {
            var work = await platform.Workers.NextAsync();
            started.Add(work.Session);
            await EndAsync(platform, work, new TrainingResult(40, 40, $"folder-{i}", "abc"));
        }

        Assert.Equal(new[] { first, other, second, third }, started);
        Assert.Equal(started, shown);
    }

    [Fact]
    public async Task Report_TwoSlots_RunsTwoAndQueuesTheThird()
    {
        await using var platform = await Platform.StartAsync();
        for (var i = 0; i < 3; i++)
            await platform.AddReadySessionAsync();

        await platform.ReportCpuAsync(slots: 2);
        await platform.Workers.NextAsync();
        await platform.Workers.NextAsync();

        var pool = await platform.Pool.GetAsync();
        Assert.Equal((2, 1), (Assert.Single(pool.Devices).Leases.Count, pool.Queue.Count));
    }

    [Fact]
    public async Task Report_CudaAndCpu_PrefersCuda()
    {
        await using var platform = await Platform.StartAsync();
        await platform.AddReadySessionAsync();

        await platform.Pool.ReportAsync(Platform.Silo, new[]
        {
            new DeviceReport(Platform.Silo, "cpu", "CPU", DeviceKind.Cpu, 64_000, 60_000, 1),
            new DeviceReport(Platform.Silo, "cuda:0", "GPU", DeviceKind.Cuda, 24_000, 20_000, 1),
        });

        Assert.Equal("cuda:0", (await platform.Workers.NextAsync()).Lease.Device);
    }

    [Fact]
    public async Task Drain_Device_FinishesItsLeaseAndGetsNoNewOneUntilUndrained()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, first) = await platform.AddReadySessionAsync();
        var (_, second) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();

        Assert.True((await platform.Pool.DrainAsync(Platform.Silo, "cpu")).Succeeded);
        Assert.Equal(SessionState.Running, (await platform.Session(tenant, first).GetAsync())!.State);
        await EndAsync(platform, work, new TrainingResult(40, 40, "folder", "abc"));
        await platform.ReportCpuAsync();
        var drained = Assert.Single((await platform.Pool.GetAsync()).Devices);
        Assert.Equal((true, 0, 0), (drained.Draining, drained.Leases.Count, platform.Workers.StartedAndUnseen));
        await platform.Pool.UndrainAsync(Platform.Silo, "cpu");

        Assert.Equal(second, (await platform.Workers.NextAsync()).Session);
        Assert.Equal(ErrorCode.NotFound, (await platform.Pool.DrainAsync(Platform.Silo, "cuda:9")).Error?.Code);
    }

    [Fact]
    public async Task Drain_ThenRestart_IsStillDraining()
    {
        var world = new World();
        await using (var first = await Platform.StartAsync(world))
        {
            await first.ReportCpuAsync();
            await first.Pool.DrainAsync(Platform.Silo, "cpu");
        }
        await using var second = await Platform.StartAsync(world);
        await second.ReportCpuAsync();

        Assert.True(Assert.Single((await second.Pool.GetAsync()).Devices).Draining);
    }

    [Fact]
    public async Task Report_DeviceNotSeenForAMinute_IsGone()
    {
        await using var platform = await Platform.StartAsync();
        await platform.ReportCpuAsync();
        platform.World.Time.Advance(TimeSpan.FromSeconds(61));

        await platform.Pool.ReportAsync("silo-2", Array.Empty<DeviceReport>());

        Assert.Empty((await platform.Pool.GetAsync()).Devices);
    }

    [Fact]
    public async Task Report_SiloWithALeaseIsLost_SessionMovesToAnotherSilo()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        platform.World.Time.Advance(TimeSpan.FromSeconds(30));
        await platform.ReportCpuAsync();
        var first = await platform.Workers.NextAsync();
        // Just after the session's reminder looked, so that the pool is the first to notice.
        platform.World.Time.Advance(TimeSpan.FromSeconds(31));
        await platform.Session(tenant, session).GetAsync();
        platform.Workers.Lose(first.Lease.Id);
        platform.World.Time.Advance(TimeSpan.FromSeconds(35));

        await platform.Pool.ReportAsync("silo-2", new[] { new DeviceReport("silo-2", "cpu", "CPU", DeviceKind.Cpu, 16_000, 8_000, 1) });
        await platform.UntilAsync(tenant, session, SessionState.Interrupted);
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("silo-2", (await platform.Workers.NextAsync()).Lease.Silo);
    }

    [Fact]
    public async Task Release_EarlyEnd_GivesTheUnservedCostBack()
    {
        await using var platform = await Platform.StartAsync();
        var (other, _) = await platform.AddReadySessionAsync(steps: 500);
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        var (busy, big) = await platform.AddReadySessionAsync(steps: 10_000);
        var small = await AddAnotherAsync(platform, busy, steps: 10);
        var secondOfOther = await AddAnotherAsync(platform, other, steps: 500);
        await EndAsync(platform, work, new TrainingResult(500, 500, "folder", "abc"));
        work = await platform.Workers.NextAsync();

        await platform.Session(busy, big).CancelAsync();
        await EndAsync(platform, work, null);

        // Charged for all 10,000 steps its next session would wait behind the other tenant's.
        Assert.Equal(big, work.Session);
        Assert.Equal(small, (await platform.Workers.NextAsync()).Session);
        Assert.Equal(secondOfOther, Assert.Single((await platform.Pool.GetAsync()).Queue).Session);
    }

    private static async Task<SessionId> AddAnotherAsync(Platform platform, TenantId tenant, int steps)
    {
        var voice = await platform.AddVoiceAsync(tenant);
        var dataset = await platform.AddBuiltDatasetAsync(tenant);
        return await platform.AddSessionAsync(tenant, voice, dataset, steps);
    }
}
