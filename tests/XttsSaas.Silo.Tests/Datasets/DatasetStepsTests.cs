using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;
using XttsSaas.Silo.Tests.Hosting;
using XttsSaas.Storage;

namespace XttsSaas.Silo.Tests.Datasets;

/// <summary>Real speech through the real pipeline; the dataset's grain is the real one.</summary>
public sealed class DatasetStepsTests : IDisposable
{
    private const string Text =
        "The first sentence is about the sea. The second one is about the sky. A third sentence speaks of mountains and rivers. Then comes a fourth, which is short. The fifth and last one ends the reading.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Recording_WithTranscript_BecomesSegmentsAndABuild()
    {
        await using var platform = await StartAsync();
        var (tenant, dataset) = await AddAsync(platform, Text);
        var grain = platform.Dataset(tenant, dataset);

        await grain.StartProcessingAsync(new SegmentationOptions());
        var ready = await UntilIdleAsync(grain);
        await grain.StartBuildAsync(1);
        var built = await UntilIdleAsync(grain);

        Assert.Equal((DatasetState.Ready, (Error?)null), (ready.State, ready.Failure));
        Assert.InRange(ready.AcceptedSegments, 2, 5);
        var build = Assert.Single(built.Builds);
        Assert.Equal(ready.AcceptedSegments, build.Clips);
        var folder = platform.Service<IModelStore>().Resolve(build.Folder);
        Assert.Equal(build.Clips, Directory.GetFiles(Path.Combine(folder, "wavs")).Length);
        Assert.Equal(build.TrainClips, (await File.ReadAllLinesAsync(Path.Combine(folder, "metadata_train.csv"))).Length);
        Assert.False(Directory.Exists(platform.Service<IModelStore>().Resolve($"work/{tenant}/{dataset}")) && Directory.EnumerateFiles(
            platform.Service<IModelStore>().Resolve($"work/{tenant}/{dataset}"), "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task Processing_AfterANewRecording_KeepsTheOldSegments()
    {
        await using var platform = await StartAsync();
        var (tenant, dataset) = await AddAsync(platform, Text);
        var grain = platform.Dataset(tenant, dataset);
        await grain.StartProcessingAsync(new SegmentationOptions());
        await UntilIdleAsync(grain);
        var before = await SegmentsAsync(platform, tenant, dataset);
        await AddSourceAsync(platform, tenant, dataset, "b.wav", "Something new is said here, and it is not long.");

        await grain.StartProcessingAsync(new SegmentationOptions());
        await UntilIdleAsync(grain);

        var after = await SegmentsAsync(platform, tenant, dataset);
        Assert.True(after.Count > before.Count);
        Assert.Superset(before.Select(s => s.Id).ToHashSet(), after.Select(s => s.Id).ToHashSet());
    }

    [Fact]
    public async Task Recording_WithoutTranscriptOrModel_FailsAndSaysWhatToDo()
    {
        await using var platform = await StartAsync();
        var (tenant, dataset) = await AddAsync(platform, null);

        await platform.Dataset(tenant, dataset).StartProcessingAsync(new SegmentationOptions());
        var failed = await UntilIdleAsync(platform.Dataset(tenant, dataset));

        Assert.Equal((DatasetState.Failed, ErrorCode.TranscriptInvalid), (failed.State, failed.Failure!.Code));
        Assert.Contains("a.wav has no transcript. No Whisper model is installed", failed.Failure.Message);
        Assert.Contains("attach transcripts", failed.Failure.Message);
    }

    [Fact]
    public async Task Recording_ThatIsNoAudio_FailsAndNamesIt()
    {
        await using var platform = await StartAsync();
        var tenant = await platform.AddTenantAsync();
        var dataset = DatasetId.New(platform.World.Time.GetUtcNow());
        await platform.Dataset(tenant, dataset).CreateAsync(new DatasetDraft("Readings", "en"));
        using var noise = new MemoryStream("this is text"u8.ToArray());
        var blob = await platform.Service<IBlobStore>().WriteAsync(tenant, noise, 100, default);
        await platform.Dataset(tenant, dataset).AddSourceAsync(Seeding.Source("a.wav") with { Blob = blob.Value!.Id });

        await platform.Dataset(tenant, dataset).StartProcessingAsync(new SegmentationOptions());
        var failed = await UntilIdleAsync(platform.Dataset(tenant, dataset));

        Assert.Equal(DatasetState.Failed, failed.State);
        Assert.StartsWith("a.wav: ", failed.Failure!.Message);
    }

    private Task<Platform> StartAsync() => Platform.StartAsync(null, silo =>
    {
        silo.Services.AddPlatformStorage(storage => (storage.BlobRoot, storage.ModelRoot) = (_folder.File("blobs"), _folder.File("models")));
        silo.AddDatasetRole();
    });

    private async Task<(TenantId Tenant, DatasetId Dataset)> AddAsync(Platform platform, string? transcript)
    {
        var tenant = await platform.AddTenantAsync();
        var dataset = DatasetId.New(platform.World.Time.GetUtcNow());
        await platform.Dataset(tenant, dataset).CreateAsync(new DatasetDraft("Readings", "en"));
        await AddSourceAsync(platform, tenant, dataset, "a.wav", transcript);
        return (tenant, dataset);
    }

    private async Task AddSourceAsync(Platform platform, TenantId tenant, DatasetId dataset, string name, string? transcript)
    {
        await Speech.SayAsync(transcript ?? Text, _folder.File(name));
        await using var content = File.OpenRead(_folder.File(name));
        var blob = (await platform.Service<IBlobStore>().WriteAsync(tenant, content, 64 << 20, default)).Value!;
        var source = Seeding.Source(name, transcript) with { Blob = blob.Id, Seconds = (blob.Bytes - 44) / 44_100.0 };
        Assert.True((await platform.Dataset(tenant, dataset).AddSourceAsync(source)).Succeeded);
    }

    private static async Task<DatasetDetails> UntilIdleAsync(IDatasetGrain grain)
    {
        using var patience = new Patience();
        while (true)
        {
            var details = (await grain.GetAsync())!;
            if (details.State is not (DatasetState.Processing or DatasetState.Building))
                return details;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task<IReadOnlyList<Segment>> SegmentsAsync(Platform platform, TenantId tenant, DatasetId dataset) =>
        platform.World.Segments.ListAsync(tenant, dataset, null, 1_000, default);
}
