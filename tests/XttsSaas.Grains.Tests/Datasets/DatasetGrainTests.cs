using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Plans;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Datasets;

public sealed class DatasetGrainTests
{
    [Fact]
    public async Task StartProcessing_ThenComplete_IsReadyWithTheStoredTotals()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, id, dataset) = await AddAsync(platform);

        var started = await dataset.StartProcessingAsync(new SegmentationOptions());
        await platform.AddSegmentsAsync(tenant, id, 3);
        await dataset.ReportProgressAsync(1, new JobProgress("Cutting", 1, 1, 2));
        var during = await dataset.GetAsync();
        await dataset.CompleteProcessingAsync(1, new SegmentTotals(3, 3, 6));

        var ended = await dataset.GetAsync();
        Assert.Equal(DatasetState.Processing, started.Value!.State);
        Assert.Equal("Cutting", during!.Progress!.Step);
        Assert.Equal((DatasetState.Ready, 3, 6.0, (JobProgress?)null), (ended!.State, ended.AcceptedSegments, ended.AcceptedSeconds, ended.Progress));
        Assert.Equal("en", Assert.Single(platform.Steps.Processings).Work.Language);
    }

    [Fact]
    public async Task Reports_OfAnEarlierRun_AreIgnored()
    {
        await using var platform = await Platform.StartAsync();
        var (_, _, dataset) = await AddAsync(platform);
        await dataset.StartProcessingAsync(new SegmentationOptions());
        await dataset.CancelAsync();
        await dataset.StartProcessingAsync(new SegmentationOptions());

        await dataset.ReportProgressAsync(1, new JobProgress("Old", 1, 1, null));
        await dataset.FailAsync(1, new Error(ErrorCode.Internal, "old"));
        await dataset.CompleteProcessingAsync(1, new SegmentTotals(0, 0, 0));

        var details = await dataset.GetAsync();
        Assert.Equal((DatasetState.Processing, "Waiting"), (details!.State, details.Progress!.Step));
    }

    [Fact]
    public async Task Change_WhileProcessing_IsInvalidState()
    {
        await using var platform = await Platform.StartAsync();
        var (_, _, dataset) = await AddAsync(platform);
        await dataset.StartProcessingAsync(new SegmentationOptions());

        Assert.Equal(ErrorCode.InvalidState, (await dataset.AddSourceAsync(Seeding.Source("b.wav"))).Error?.Code);
        Assert.Equal(ErrorCode.InvalidState, (await dataset.StartProcessingAsync(new SegmentationOptions())).Error?.Code);
        Assert.Equal(ErrorCode.InvalidState, (await dataset.StartBuildAsync(1)).Error?.Code);
    }

    [Fact]
    public async Task FailAsync_CurrentRun_IsFailedAndMayStartAgain()
    {
        await using var platform = await Platform.StartAsync();
        var (_, _, dataset) = await AddAsync(platform);
        await dataset.StartProcessingAsync(new SegmentationOptions());
        await dataset.FailAsync(1, new Error(ErrorCode.AudioDamaged, "a.wav cannot be read."));

        Assert.Equal((DatasetState.Failed, "a.wav cannot be read."), ((await dataset.GetAsync())!.State, (await dataset.GetAsync())!.Failure!.Message));
        var again = await dataset.StartProcessingAsync(new SegmentationOptions());

        Assert.Equal((DatasetState.Processing, (Error?)null), (again.Value!.State, again.Value.Failure));
    }

    [Fact]
    public async Task StartProcessing_OtherOptions_CutsEverythingAnew()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, id, dataset) = await AddAsync(platform);
        var old = await platform.AddSegmentsAsync(tenant, id, 3);

        await dataset.StartProcessingAsync(new SegmentationOptions(MaxSeconds: 9));

        Assert.Equal(0, (await platform.World.Segments.CountAsync(tenant, id, default)).Segments);
        Assert.All(old, s => Assert.Contains((tenant, s.Blob), platform.World.Blobs.Deleted));
    }

    [Fact]
    public async Task StartBuild_FewerThanTwoSegments_IsDatasetEmpty()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, id, dataset) = await AddAsync(platform);
        await platform.AddSegmentsAsync(tenant, id, 1);

        Assert.Equal(ErrorCode.DatasetEmpty, (await dataset.StartBuildAsync(1)).Error?.Code);
    }

    [Fact]
    public async Task StartBuild_Twice_NumbersTheBuilds()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var id = await platform.AddBuiltDatasetAsync(tenant);
        var dataset = platform.Dataset(tenant, id);
        await dataset.StartBuildAsync(7);
        var second = platform.Steps.Builds[^1];

        await dataset.CompleteBuildAsync(second.Work.Run, new DatasetBuild(second.Number, "folder", 2, 1, 1, 4, default));

        Assert.Equal((2, 7), (second.Number, second.Seed));
        Assert.Equal(new[] { 1, 2 }, (await dataset.GetAsync())!.Builds.Select(b => b.Number));
        Assert.Equal(DatasetState.Built, (await dataset.GetAsync())!.State);
    }

    [Fact]
    public async Task RecoverAsync_OnANewHost_StartsTheSameRunAgain()
    {
        var world = new World();
        TenantId tenant;
        DatasetId id;
        await using (var first = await Platform.StartAsync(world))
        {
            (tenant, id, var dataset) = await AddAsync(first);
            await dataset.StartProcessingAsync(new SegmentationOptions(MaxSeconds: 9));
        }
        await using var second = await Platform.StartAsync(world);

        await second.Dataset(tenant, id).RecoverAsync();

        var restarted = Assert.Single(second.Steps.Processings);
        Assert.Equal((1, 9.0), (restarted.Work.Run, restarted.Options.MaxSeconds));
        await second.Dataset(tenant, id).CompleteProcessingAsync(1, new SegmentTotals(0, 0, 0));
        Assert.Equal(DatasetState.Collecting, (await second.Dataset(tenant, id).GetAsync())!.State);
    }

    [Fact]
    public async Task Reminder_WhileProcessing_StartsTheRunAgainAndEndsWithIt()
    {
        await using var platform = await Platform.StartAsync();
        var (_, _, dataset) = await AddAsync(platform);
        await dataset.StartProcessingAsync(new SegmentationOptions());

        await platform.PassMinutesUntilAsync(async () => await dataset.GetAsync() is not null && platform.Steps.Processings.Count > 1);
        await dataset.CompleteProcessingAsync(1, new SegmentTotals(0, 0, 0));
        var starts = platform.Steps.Processings.Count;
        platform.World.Time.Advance(TimeSpan.FromMinutes(5));
        await dataset.GetAsync();

        Assert.All(platform.Steps.Processings, started => Assert.Equal(1, started.Work.Run));
        Assert.Equal(starts, platform.Steps.Processings.Count);
    }

    [Fact]
    public async Task AttachTranscripts_ChangedText_DropsThatSourcesSegments()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, id, dataset) = await AddAsync(platform);
        await platform.AddSegmentsAsync(tenant, id, 2);

        var attached = await dataset.AttachTranscriptsAsync(new Dictionary<string, string> { ["a.wav"] = "other words" });

        Assert.Equal("other words", Assert.Single(attached.Value!.Sources).Transcript);
        Assert.Equal((0, DatasetState.Collecting), (attached.Value.Segments, attached.Value.State));
    }

    [Fact]
    public async Task EditSegment_Rejected_LeavesTheTotals()
    {
        await using var platform = await Platform.StartAsync();
        var (tenant, id, dataset) = await AddAsync(platform);
        var segments = await platform.AddSegmentsAsync(tenant, id, 3);

        await dataset.EditSegmentAsync(segments[0].Id, new SegmentEdit(null, SegmentVerdict.Rejected));

        var details = await dataset.GetAsync();
        Assert.Equal((3, 2, 4.0), (details!.Segments, details.AcceptedSegments, details.AcceptedSeconds));
        var unknown = await dataset.EditSegmentAsync(SegmentId.New(DateTimeOffset.UnixEpoch), new SegmentEdit("x", null));
        Assert.Equal(ErrorCode.NotFound, unknown.Error?.Code);
    }

    [Fact]
    public async Task AddSource_OverThePlan_SaysWhichLimit()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync("free");
        var dataset = platform.Dataset(tenant, await platform.AddDatasetAsync(tenant));

        var tooLarge = await dataset.AddSourceAsync(Seeding.Source("big.wav") with { Bytes = PlanCatalogue.Free.MaxSourceBytes + 1 });
        for (var i = 1; i < PlanCatalogue.Free.MaxSources; i++)
            Assert.True((await dataset.AddSourceAsync(Seeding.Source($"{i}.wav"))).Succeeded);
        var tooMany = await dataset.AddSourceAsync(Seeding.Source("more.wav"));

        Assert.Equal(ErrorCode.FileTooLarge, tooLarge.Error?.Code);
        Assert.Equal(ErrorCode.QuotaExceeded, tooMany.Error?.Code);
        Assert.Equal(ErrorCode.Conflict, (await dataset.AddSourceAsync(Seeding.Source("a.wav"))).Error?.Code);
    }

    [Fact]
    public async Task DeleteAsync_Dataset_RemovesEverythingItOwns()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var id = await platform.AddBuiltDatasetAsync(tenant);
        var dataset = platform.Dataset(tenant, id);
        var details = (await dataset.GetAsync())!;

        await dataset.DeleteAsync();

        Assert.Null(await dataset.GetAsync());
        Assert.Equal(0, (await platform.World.Segments.CountAsync(tenant, id, default)).Segments);
        Assert.Contains((tenant, details.Sources[0].Blob), platform.World.Blobs.Deleted);
        Assert.Contains(details.Builds[0].Folder, platform.World.Models.Deleted);
        Assert.Equal(ErrorCode.NotFound, (await dataset.AddSourceAsync(Seeding.Source("b.wav"))).Error?.Code);
    }

    private static async Task<(TenantId Tenant, DatasetId Id, IDatasetGrain Grain)> AddAsync(Platform platform)
    {
        var tenant = await platform.AddTenantAsync();
        var dataset = await platform.AddDatasetAsync(tenant);
        return (tenant, dataset, platform.Dataset(tenant, dataset));
    }
}
