using XttsSaas.Abstractions.Datasets;
using XttsSaas.Datasets.Building;
using XttsSaas.Datasets.Pipeline;

namespace XttsSaas.Silo.Datasets;

/// <summary>Accepted segments → an LJSpeech folder in the model store.</summary>
internal sealed class BuildStep(ISegmentStore segments, IBlobStore blobs, IModelStore models, IGrainFactory grains, StepReporter reporter, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task RunAsync(DatasetWork work, int number, int seed, CancellationToken cancellationToken)
    {
        var folder = models.BuildFolder(work.Tenant, work.Dataset, number);
        // A build that nobody was told of before a crash is made again.
        models.Delete(folder);
        var files = new List<LocalFile>();
        try
        {
            var clips = await CollectAsync(work, files, cancellationToken);
            var progress = new BuildProgress(work, clips.Count, reporter, cancellationToken);
            var report = await LjSpeechBuilder.BuildAsync(
                clips, models.Resolve(folder), new BuildOptions(work.Language, seed), progress, cancellationToken);
            await progress.Delivered;
            await reporter.CompleteBuildAsync(
                work,
                new DatasetBuild(number, folder, report.Clips, report.TrainClips, report.ValidationClips, report.Seconds, time.GetUtcNow()),
                cancellationToken);
        }
        finally
        {
            files.ForEach(f => f.Dispose());
        }
    }

    private async Task<List<BuildClip>> CollectAsync(DatasetWork work, List<LocalFile> files, CancellationToken cancellationToken)
    {
        var dataset = await grains.GetGrain<IDatasetGrain>(GrainKeys.Of(work.Tenant, work.Dataset)).GetAsync()
            ?? throw new StepException(Error.NotFound("dataset"));
        var names = dataset.Sources.ToDictionary(s => s.Id, s => s.FileName);
        var clips = new List<BuildClip>();
        SegmentId? after = null;
        while (await segments.ListAsync(work.Tenant, work.Dataset, after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var segment in page.Where(s => s.Verdict == SegmentVerdict.Accepted))
            {
                var file = await blobs.OpenLocalAsync(work.Tenant, segment.Blob, cancellationToken)
                    ?? throw new StepException(new Error(ErrorCode.NotFound, $"The audio of segment {segment.Id} is missing; reject it or process its recording again."));
                files.Add(file);
                clips.Add(new BuildClip(file.Path, segment.Text, names.GetValueOrDefault(segment.Source, segment.Source.Value)));
            }
            after = page[^1].Id;
        }
        return clips;
    }

    /// <summary>Passes the builder's progress on, one report after the other.</summary>
    private sealed class BuildProgress(DatasetWork work, int total, StepReporter reporter, CancellationToken cancellationToken) : IProgress<StepProgress>
    {
        public Task Delivered { get; private set; } = Task.CompletedTask;

        public void Report(StepProgress value)
        {
            if (Delivered.IsCompletedSuccessfully)
                Delivered = reporter.ProgressAsync(work, new JobProgress("Building", value.Done, total, null), cancellationToken);
        }
    }
}
