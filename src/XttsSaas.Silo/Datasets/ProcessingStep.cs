using XttsSaas.Abstractions.Datasets;
using XttsSaas.Audio;
using XttsSaas.Audio.Segmentation;
using XttsSaas.Audio.Vad;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Quality;
using XttsSaas.Transcription;

namespace XttsSaas.Silo.Datasets;

/// <summary>
/// Recordings → checked segments.
/// <code>
/// per recording: local file → speech → clips with their text → checks → blob and row, ten at a time → finished mark
/// </code>
/// A run that was stopped goes on: finished recordings are skipped, in the others the clips that have a row.
/// </summary>
internal sealed class ProcessingStep(
    ClipReader clips,
    SegmentWriter writer,
    SpeechRecognition recognition,
    ISegmentStore segments,
    IBlobStore blobs,
    IModelStore models,
    StepReporter reporter,
    TimeProvider time)
{
    public async Task RunAsync(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions segmentation, CancellationToken cancellationToken)
    {
        var finished = await segments.FinishedSourcesAsync(work.Tenant, work.Dataset, cancellationToken);
        var open = sources.Where(s => !finished.Contains(s.Id)).ToArray();
        using var transcriber = LoadTranscriber(open);
        var stored = await StoredSegments.ReadAsync(segments, work, cancellationToken);
        var run = new Run(work, Options(segmentation), transcriber, stored, stored.StartChecking(), new ProgressMeter(time, sources.Sum(s => s.Seconds)));
        run.Meter.Skip(sources.Except(open).Sum(s => s.Seconds));
        for (var index = 0; index < open.Length; index++)
        {
            var number = sources.Count - open.Length + index + 1;
            await ProcessAsync(run, open[index], $"Cutting recording {number} of {sources.Count}", cancellationToken);
        }
        var totals = await segments.CountAsync(work.Tenant, work.Dataset, cancellationToken);
        await reporter.CompleteProcessingAsync(work, totals, cancellationToken);
    }

    /// <summary>A transcriber where a recording needs one; without one nothing is begun.</summary>
    private WhisperTranscriber? LoadTranscriber(SourceDraft[] sources)
    {
        var mute = sources.Where(s => string.IsNullOrWhiteSpace(s.Transcript)).Select(s => s.FileName).ToArray();
        if (mute.Length == 0)
            return null;
        if (recognition.Load(out var reason) is { } transcriber)
            return transcriber;
        var which = mute.Length == 1 ? $"{mute[0]} has" : $"{mute[0]} and {mute.Length - 1} more recordings have";
        throw new StepException(new Error(ErrorCode.TranscriptInvalid, $"{which} no transcript. {reason}"));
    }

    private async Task ProcessAsync(Run run, SourceDraft source, string step, CancellationToken cancellationToken)
    {
        var work = run.Work;
        await ReportAsync(run, step, cancellationToken);
        using var file = await blobs.OpenLocalAsync(work.Tenant, source.Blob, cancellationToken)
            ?? throw new StepException(new Error(ErrorCode.NotFound, $"The recording {source.FileName} is missing; remove it and upload it again."));
        // A run that is started again finds the clips that were cut already.
        var workFolder = $"work/{work.Tenant}/{work.Dataset}/{source.Id}";
        await using var batch = writer.Begin(work, source, run.Stored.IndexesOf(source.Id), run.Checker);
        var done = 0.0;
        try
        {
            var read = clips.ReadAsync(source, file.Path, models.Resolve(workFolder), work.Language, run.Options, run.Transcriber, cancellationToken);
            await foreach (var clip in read)
            {
                await batch.AddAsync(clip, cancellationToken);
                var seconds = clip.Range.End - clip.Range.Start;
                run.Meter.Add(seconds);
                done += seconds;
                await ReportAsync(run, step, cancellationToken);
            }
        }
        catch (AudioException exception)
        {
            var error = StepErrors.Describe(exception.Error);
            throw new StepException(error with { Message = $"{source.FileName}: {error.Message}" });
        }
        await batch.FlushAsync(cancellationToken);
        run.Meter.Add(Math.Max(0, source.Seconds - done));
        await segments.FinishSourceAsync(work.Tenant, work.Dataset, source.Id, cancellationToken);
        models.Delete(workFolder);
    }

    private async Task ReportAsync(Run run, string step, CancellationToken cancellationToken)
    {
        if (run.Meter.Next(step) is { } progress)
            await reporter.ProgressAsync(run.Work, progress, cancellationToken);
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

    /// <summary>What one run carries from recording to recording.</summary>
    private sealed record Run(
        DatasetWork Work,
        PipelineOptions Options,
        WhisperTranscriber? Transcriber,
        StoredSegments Stored,
        QualityChecker Checker,
        ProgressMeter Meter);
}
