using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Makes three segments of every recording, and builds that hold one small file; at once.</summary>
public sealed class ScriptedDatasetSteps : IDatasetSteps
{
    public const int SegmentsPerSource = 3;

    private readonly ConcurrentDictionary<(DatasetId Dataset, int Run), TaskCompletionSource> _ends = [];
    private IServiceProvider? _services;

    public void Attach(IServiceProvider provider) => _services = provider;

    /// <summary>Done when the dataset's run with this number has reported its end.</summary>
    public Task EndOf(DatasetId dataset, int run) => End(dataset, run).Task;

    public void StartProcessing(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions options) =>
        _ = RunAsync(work, () => ProcessAsync(work, sources));

    public void StartBuild(DatasetWork work, int number, int seed) =>
        _ = RunAsync(work, () => BuildAsync(work, number));

    public void Cancel(TenantId tenant, DatasetId dataset)
    {
    }

    private async Task RunAsync(DatasetWork work, Func<Task> step)
    {
        try
        {
            await Task.Run(step);
            End(work.Dataset, work.Run).TrySetResult();
        }
        catch (Exception fault)
        {
            End(work.Dataset, work.Run).TrySetException(fault);
        }
    }

    private async Task ProcessAsync(DatasetWork work, IReadOnlyList<SourceDraft> sources)
    {
        var blobs = _services!.GetRequiredService<IBlobStore>();
        var store = _services!.GetRequiredService<ISegmentStore>();
        foreach (var source in sources)
        {
            var segments = new List<Segment>();
            for (var i = 0; i < SegmentsPerSource; i++)
            {
                var wav = await blobs.WriteAsync(work.Tenant, new MemoryStream(TestWav.Tone(0.1)), long.MaxValue, CancellationToken.None);
                segments.Add(new Segment(
                    SegmentId.New(TimeProvider.System.GetUtcNow()), source.Id, i, i, i + 1, wav.Value!.Id, $"Sentence {i}", 1, SegmentVerdict.Accepted, []));
            }
            await store.SaveAsync(work.Tenant, work.Dataset, segments, CancellationToken.None);
            await store.FinishSourceAsync(work.Tenant, work.Dataset, source.Id, CancellationToken.None);
        }
        await Grain(work).CompleteProcessingAsync(work.Run, await store.CountAsync(work.Tenant, work.Dataset, CancellationToken.None));
    }

    private async Task BuildAsync(DatasetWork work, int number)
    {
        var models = _services!.GetRequiredService<IModelStore>();
        var folder = models.BuildFolder(work.Tenant, work.Dataset, number);
        Directory.CreateDirectory(Path.Combine(models.Resolve(folder), "wavs"));
        await File.WriteAllTextAsync(Path.Combine(models.Resolve(folder), "metadata.csv"), "0001|Sentence 0|Sentence 0\n");
        await File.WriteAllBytesAsync(Path.Combine(models.Resolve(folder), "wavs", "0001.wav"), TestWav.Tone(0.1));
        await Grain(work).CompleteBuildAsync(work.Run, new DatasetBuild(number, folder, 1, 1, 0, 0.1, TimeProvider.System.GetUtcNow()));
    }

    private IDatasetGrain Grain(DatasetWork work) =>
        _services!.GetRequiredService<IGrainFactory>().GetGrain<IDatasetGrain>(GrainKeys.Of(work.Tenant, work.Dataset));

    private TaskCompletionSource End(DatasetId dataset, int run) =>
        _ends.GetOrAdd((dataset, run), _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
