using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Training;

public sealed class TrainingSessionGrainTests
{
    [Fact]
    public async Task Session_FromCreateToResult_BecomesAVoiceVersionAndIsRecorded()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        var grain = platform.Session(tenant, session);
        Assert.Equal(SessionState.Queued, (await grain.GetAsync())!.State);

        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        await grain.ReportAsync(Report(work.Lease, 20, Metric(1, 5), Metric(20, 3), Metric(20, 4) with { Validation = true }));
        var running = (await grain.GetAsync())!;
        await EndAsync(platform, work, new TrainingResult(40, 40, "folder", "abc"));

        var ended = (await grain.GetAsync())!;
        var voice = await platform.Voice(tenant, ended.Request.Voice).GetAsync();
        Assert.Equal((SessionState.Running, 5, 3, 4), (running.State, running.FirstTrainLoss, running.LastTrainLoss, running.LastValidationLoss));
        Assert.Equal((SessionState.Completed, 40, "abc"), (ended.State, ended.Step, ended.Result!.CheckpointSha256));
        Assert.Equal(("folder", 4.0), (Assert.Single(voice!.Versions).Checkpoint, voice.Versions[0].ValidationLoss));
        Assert.Equal((UsageKind.TrainingSeconds, 8), Recorded(platform));
        Assert.Equal(3, (await platform.World.Metrics.ListAsync(tenant, session, 0, default)).Count);
        Assert.Empty(Assert.Single((await platform.Pool.GetAsync()).Devices).Leases);
        Assert.Equal(($"base/xtts-mini", $"tenants/{tenant}/training/{session}"), (work.BaseModelFolder, work.OutputFolder));
    }

    [Fact]
    public async Task Session_NoBetterThanZeroShot_IsNotChargedAndItsVersionNotActive()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        await platform.Session(tenant, session).ReportAsync(Report(work.Lease, 40) with { Sounds = new[] { Sound(0, 1.2), Sound(20, 1.1) with { Best = true } } });
        await platform.Session(tenant, session).ReportAsync(Report(work.Lease, 40) with { Sounds = new[] { Sound(40, 1.15) with { Best = true } } });
        await EndAsync(platform, work, new TrainingResult(40, 40, "folder", "abc", BetterThanZeroShot: false));

        var ended = (await platform.Session(tenant, session).GetAsync())!;
        var voice = (await platform.Voice(tenant, ended.Request.Voice).GetAsync())!;
        Assert.Equal(SessionState.Completed, ended.State);
        Assert.Equal([(0, false), (20, false), (40, true)], ended.Sounds!.Select(sound => (sound.Step, sound.Best)));
        Assert.Equal((1, 0), (Assert.Single(voice.Versions).Number, voice.ActiveVersion));
        Assert.Empty(platform.World.Ledger.Events);
    }

    [Fact]
    public async Task Create_WithoutConsent_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(tenant, consent: false);
        var dataset = await platform.AddBuiltDatasetAsync(tenant);

        Assert.Equal(ErrorCode.ConsentMissing, await CreateErrorAsync(platform, tenant, new TrainingRequest("Run", voice, dataset, 0, new TrainingSettings())));
    }

    [Fact]
    public async Task Create_AnotherTenantsVoiceOrDataset_IsNotFound()
    {
        await using var platform = await Platform.StartAsync();
        var owner = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(owner);
        var dataset = await platform.AddBuiltDatasetAsync(owner);
        var stranger = await platform.AddTenantAsync();
        var own = await platform.AddVoiceAsync(stranger);

        Assert.Equal(ErrorCode.NotFound, await CreateErrorAsync(platform, stranger, new TrainingRequest("Run", voice, dataset, 0, new TrainingSettings())));
        Assert.Equal(ErrorCode.NotFound, await CreateErrorAsync(platform, stranger, new TrainingRequest("Run", own, dataset, 0, new TrainingSettings())));
    }

    [Fact]
    public async Task Create_UnbuiltDatasetOrBadSettings_SaysSo()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var voice = await platform.AddVoiceAsync(tenant);
        var dataset = await platform.AddDatasetAsync(tenant);

        Assert.Equal(ErrorCode.DatasetNotBuilt, await CreateErrorAsync(platform, tenant, new TrainingRequest("Run", voice, dataset, 0, new TrainingSettings())));
        Assert.Equal(ErrorCode.InvalidRequest, await CreateErrorAsync(platform, tenant, new TrainingRequest("Run", voice, dataset, 0, new TrainingSettings(Steps: 0))));
    }

    [Fact]
    public async Task Callbacks_WithAStaleLease_AreIgnored()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        var grain = platform.Session(tenant, session);
        var stale = work.Lease with { Id = LeaseId.New(DateTimeOffset.UnixEpoch) };

        await grain.ReportAsync(Report(stale, 30, Metric(30, 1)));
        await grain.WorkerExitedAsync(new WorkerExit(stale.Id, 0, new TrainingResult(40, 40, "folder", "abc"), null, 9));

        var details = (await grain.GetAsync())!;
        Assert.Equal((SessionState.Running, 0, 0.0), (details.State, details.Step, details.DeviceSeconds));
        Assert.Empty(await platform.World.Metrics.ListAsync(tenant, session, 0, default));
    }

    [Fact]
    public async Task WorkerFailure_ReportedByItself_IsFinalAndNotCharged()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        platform.Workers.Lose(work.Lease.Id);

        await platform.Session(tenant, session).WorkerExitedAsync(
            new WorkerExit(work.Lease.Id, 3, null, new Error(ErrorCode.TrainingFailed, "Loss became NaN at step 7."), 5));

        var details = (await platform.Session(tenant, session).GetAsync())!;
        Assert.Equal((SessionState.Failed, "Loss became NaN at step 7."), (details.State, details.Failure!.Message));
        Assert.Empty(platform.World.Ledger.Events);
        Assert.Empty(Assert.Single((await platform.Pool.GetAsync()).Devices).Leases);
    }

    [Fact]
    public async Task Cancel_Queued_LeavesTheQueueAtOnce()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();

        var cancelled = await platform.Session(tenant, session).CancelAsync();

        Assert.Equal(SessionState.Cancelled, cancelled.Value!.State);
        Assert.Empty((await platform.Pool.GetAsync()).Queue);
        Assert.Equal(ErrorCode.InvalidState, (await platform.Session(tenant, session).CancelAsync()).Error?.Code);
    }

    [Fact]
    public async Task Cancel_Running_StopsTheWorkerAndChargesItsTime()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        var grain = platform.Session(tenant, session);

        await grain.CancelAsync();
        Assert.Equal(work.Lease.Id, Assert.Single(platform.Workers.Stopped));
        Assert.Single(Assert.Single((await platform.Pool.GetAsync()).Devices).Leases);
        await EndAsync(platform, work, null);

        Assert.Equal(SessionState.Cancelled, (await grain.GetAsync())!.State);
        Assert.Equal((UsageKind.TrainingSeconds, 8), Recorded(platform));
        Assert.Empty(Assert.Single((await platform.Pool.GetAsync()).Devices).Leases);
    }

    [Fact]
    public async Task Delete_RunningSession_IsInvalidStateThenWorksOnceEnded()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        var grain = platform.Session(tenant, session);

        Assert.Equal(ErrorCode.InvalidState, (await grain.DeleteAsync()).Error?.Code);
        await grain.CancelAsync();
        Assert.Equal(ErrorCode.InvalidState, (await grain.DeleteAsync()).Error?.Code);
        await EndAsync(platform, work, null);

        Assert.True((await grain.DeleteAsync()).Succeeded);
        Assert.Null(await grain.GetAsync());
        Assert.Contains(work.OutputFolder, platform.World.Models.Deleted);
    }

    [Fact]
    public async Task Delete_SessionWhoseCheckpointSpeaks_KeepsTheFiles()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, session) = await platform.AddReadySessionAsync();
        await platform.ReportCpuAsync();
        var work = await platform.Workers.NextAsync();
        await EndAsync(platform, work, new TrainingResult(40, 40, $"{work.OutputFolder}/best", "abc"));

        await platform.Session(tenant, session).DeleteAsync();

        Assert.Empty(platform.World.Models.Deleted);
    }

    internal static WorkerReport Report(Lease lease, int step, params TrainingMetric[] metrics) =>
        new(lease.Id, step, 40, 1, metrics, Array.Empty<TrainingCheckpoint>());

    internal static CheckpointSound Sound(int step, double value) => new(step, 6, 1, 0.5, 3, 1, 0, value, false, $"sound/{step}.wav");

    internal static TrainingMetric Metric(int step, double loss) => new(step, false, null, null, loss, null, null, null, default);

    /// <summary>The work's process ends after 7.5 s of device time.</summary>
    internal static async Task EndAsync(Platform platform, TrainingWork work, TrainingResult? result)
    {
        platform.Workers.Lose(work.Lease.Id);
        var exit = new WorkerExit(work.Lease.Id, result is null ? 137 : 0, result, null, 7.5);
        await platform.Session(work.Tenant, work.Session).WorkerExitedAsync(exit);
    }

    private static (UsageKind, long) Recorded(Platform platform)
    {
        var usage = Assert.Single(platform.World.Ledger.Events);
        return (usage.Kind, usage.Quantity);
    }

    private static async Task<ErrorCode?> CreateErrorAsync(Platform platform, TenantId tenant, TrainingRequest request)
    {
        var grain = platform.Session(tenant, SessionId.New(DateTimeOffset.UnixEpoch));
        var error = (await grain.CreateAsync(request)).Error;
        Assert.Null(await grain.GetAsync());
        return error?.Code;
    }
}
