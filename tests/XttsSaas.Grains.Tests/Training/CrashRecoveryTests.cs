using Orleans.Runtime;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;
using static XttsSaas.Grains.Tests.Training.TrainingSessionGrainTests;

namespace XttsSaas.Grains.Tests.Training;

/// <summary>The platform dies; a new one starts on the same database.</summary>
public sealed class CrashRecoveryTests
{
    [Fact]
    public async Task RunningSession_SiloReportsAgain_ResumesWithANewLease()
    {
        var world = new World();
        TenantId tenant;
        SessionId session;
        LeaseId lost;
        await using (var first = await Platform.StartAsync(world))
        {
            (tenant, session) = await first.AddReadySessionAsync();
            await first.ReportCpuAsync();
            var work = await first.Workers.NextAsync();
            lost = work.Lease.Id;
            await first.Session(tenant, session).ReportAsync(Report(work.Lease, 20, Metric(20, 3)));
        }
        await using var second = await Platform.StartAsync(world);

        // The pool knows the lease from the database and asks the session about it.
        await second.ReportCpuAsync();
        var resumed = await ResumedAsync(second, tenant, session);
        await EndAsync(second, resumed, new TrainingResult(40, 40, "folder", "abc"));

        var details = (await second.Session(tenant, session).GetAsync())!;
        Assert.NotEqual(lost, resumed.Lease.Id);
        Assert.Equal((SessionState.Completed, 1, 3.0), (details.State, details.Interruptions, details.LastTrainLoss));
        Assert.Single((await second.Voice(tenant, details.Request.Voice).GetAsync())!.Versions);
    }

    [Fact]
    public async Task RunningSession_RecoverAsync_ResumesBeforeTheSiloReports()
    {
        var world = new World();
        TenantId tenant;
        SessionId session;
        await using (var first = await Platform.StartAsync(world))
        {
            (tenant, session) = await first.AddReadySessionAsync();
            await first.ReportCpuAsync();
            await first.Workers.NextAsync();
        }
        await using var second = await Platform.StartAsync(world);

        await second.Session(tenant, session).RecoverAsync();
        var interrupted = (await second.Session(tenant, session).GetAsync())!.State;
        await second.ReportCpuAsync();
        await ResumedAsync(second, tenant, session);

        Assert.Equal(SessionState.Interrupted, interrupted);
    }

    [Fact]
    public async Task QueuedSession_AfterACrash_StartsOnce()
    {
        var world = new World();
        TenantId tenant;
        SessionId session;
        await using (var first = await Platform.StartAsync(world))
            (tenant, session) = await first.AddReadySessionAsync();
        await using var second = await Platform.StartAsync(world);

        await second.Session(tenant, session).RecoverAsync();
        await second.ReportCpuAsync();

        Assert.Equal(session, (await second.Workers.NextAsync()).Session);
        await second.ReportCpuAsync();
        await second.Session(tenant, session).RecoverAsync();
        Assert.Equal(0, second.Workers.StartedAndUnseen);
        Assert.Single(Assert.Single((await second.Pool.GetAsync()).Devices).Leases);
    }

    [Fact]
    public async Task EndedSession_CrashBeforeItsDuties_AddsTheVersionAfterwards()
    {
        var world = new World();
        TenantId tenant;
        SessionId session;
        await using (var first = await Platform.StartAsync(world))
        {
            (tenant, session) = await first.AddReadySessionAsync();
            await first.ReportCpuAsync();
            var work = await first.Workers.NextAsync();
            // The session's own write succeeds, the one of the voice does not.
            world.Storage.FailWritesAfter(1);
            await Assert.ThrowsAsync<OrleansException>(() => EndAsync(first, work, new TrainingResult(40, 40, "folder", "abc")));
            world.Storage.FailWrites = false;
        }
        await using var second = await Platform.StartAsync(world);
        var voice = second.Voice(tenant, (await second.Session(tenant, session).GetAsync())!.Request.Voice);
        Assert.Empty((await voice.GetAsync())!.Versions);

        await second.Session(tenant, session).RecoverAsync();
        await second.Session(tenant, session).RecoverAsync();

        Assert.Single((await voice.GetAsync())!.Versions);
        Assert.Single(world.Ledger.Events);
        await second.ReportCpuAsync();
        Assert.Empty(Assert.Single((await second.Pool.GetAsync()).Devices).Leases);
    }

    /// <summary>Passes the back-off once the session is interrupted, then takes its next worker.</summary>
    private static async Task<TrainingWork> ResumedAsync(Platform platform, TenantId tenant, SessionId session)
    {
        await platform.UntilAsync(tenant, session, SessionState.Interrupted);
        platform.World.Time.Advance(TimeSpan.FromSeconds(1));
        return await platform.Workers.NextAsync();
    }
}
