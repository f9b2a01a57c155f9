using XttsSaas.Abstractions.Datasets;
using XttsSaas.Audio.Segmentation;
using XttsSaas.Audio.Vad;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Quality;

namespace XttsSaas.Silo.Datasets;

/// <summary>
/// Recordings → checked segments.
/// <code>
/// per recording: local file → speech → clips with their text → checks → blob and row, ten at a time → finished mark
/// </code>
/// A run that was stopped goes on: finished recordings are skipped, in the others the clips that have a row.
/// </summary>
internal sealed class ProcessingStep(
    DatasetPipeline pipeline, SegmentWriter writer, ISegmentStore segments, IBlobStore blobs, IModelStore models, StepReporter reporter, TimeProvider time)
{
    public async Task RunAsync(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions segmentation, CancellationToken cancellationToken)
    {
        RequireTranscripts(sources);
        var finished = await segments.FinishedSourcesAsync(work.Tenant, work.Dataset, cancellationToken);
        var stored = await StoredSegments.ReadAsync(segments, work, cancellationToken);
        var checker = stored.StartChecking();
        var meter = new ProgressMeter(time, sources.Sum(s => s.Seconds));
        for (var index = 0; index < sources.Count; index++)
        {
            var source = sources[index];
            if (finished.Contains(source.Id))
                meter.Skip(source.Seconds);
            else
                await ProcessAsync(work, source, $"Cutting recording {index + 1} of {sources.Count}", Options(segmentation), stored, checker, meter, cancellationToken);
        }
        var totals = await segments.CountAsync(work.Tenant, work.Dataset, cancellationToken);
        await reporter.CompleteProcessingAsync(work, totals, cancellationToken);
    }

    private async Task ProcessAsync(
        DatasetWork work,
        SourceDraft source,
        string step,
        PipelineOptions options,
        StoredSegments stored,
        QualityChecker checker,
        ProgressMeter meter,
        CancellationToken cancellationToken)
    {
        await ReportAsync(work, meter, step, cancellationToken);
        using var file = await blobs.OpenLocalAsync(work.Tenant, source.Blob, cancellationToken)
            ?? throw new StepException(new Error(ErrorCode.NotFound, $"The recording {source.FileName} is missing; remove it and upload it again."));
        // Beside the builds: a run that is started again finds the clips that were cut already.
        var workFolder = $"work/{work.Tenant}/{work.Dataset}/{source.Id}";
        await using var batch = writer.Begin(work, source, stored.IndexesOf(source.Id), checker);
        var position = 0.0;
        try
        {
            await foreach (var clip in pipeline.SegmentAsync(file.Path, source.Transcript, models.Resolve(workFolder), options, null, cancellationToken))
            {
                await batch.AddAsync(clip, cancellationToken);
                meter.Add(clip.Range.End - position);
                position = clip.Range.End;
                await ReportAsync(work, meter, step, cancellationToken);
            }
        }
        catch (Audio.AudioException exception)
        {
            var error = StepErrors.Describe(exception.Error);
            throw new StepException(error with { Message = $"{source.FileName}: {error.Message}" });
        }
        await batch.FlushAsync(cancellationToken);
        meter.Add(Math.Max(0, source.Seconds - position));
        await segments.FinishSourceAsync(work.Tenant, work.Dataset, source.Id, cancellationToken);
        models.Delete(workFolder);
    }

    private async Task ReportAsync(DatasetWork work, ProgressMeter meter, string step, CancellationToken cancellationToken)
    {
        if (meter.Next(step) is { } progress)
            await reporter.ProgressAsync(work, progress, cancellationToken);
    }

    private static void RequireTranscripts(IReadOnlyList<SourceDraft> sources)
    {
        var without = sources.Where(s => string.IsNullOrWhiteSpace(s.Transcript)).Select(s => s.FileName).ToArray();
        if (without.Length > 0)
        {
            throw new StepException(new Error(
                ErrorCode.TranscriptInvalid,
                $"{without[0]}{(without.Length > 1 ? $" and {without.Length - 1} more recordings have" : " has")} no transcript, and no speech recognition model is installed on this server. Attach transcripts, or have a Whisper model in ggml format installed."));
        }
    }

    private static PipelineOptions Options(SegmentationOptions options) => new()
    {
        Vad = new VadOptions { Threshold = options.VadThreshold, MinSilenceSeconds = options.MinPauseSeconds },
        Segmentation = new SegmenterOptions
        {
            MinSeconds = options.MinSeconds,
            TargetSeconds = options.TargetSeconds,
            MaxSeconds = options.MaxSeconds,
            PaddingSeconds = options.PaddingSeconds,
        },
    };
}
