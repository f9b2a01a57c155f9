using System.Runtime.CompilerServices;
using XttsSaas.Audio;
using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Files;
using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>
/// A recording → clips.
/// <code>
/// 1 plan    decode at 16 kHz → voice activity → segments, or segments with their text → plan.json
/// 2 cut     decode at 22,050 Hz, write the missing clips                              → clip_000001.wav …
/// </code>
/// A clip is there whole or not at all, so a run that was stopped goes on where it was when it is started again with
/// the same work folder; every run yields every clip.
/// </summary>
public sealed class DatasetPipeline(AudioDecoder decoder, SourceAnalyzer analyzer)
{
    private const int ReportEvery = 10;
    private readonly ClipPlanner _planner = new(analyzer);
    private readonly ClipCutter _cutter = new(decoder);

    /// <summary>
    /// The clips of a recording in order; <paramref name="workFolder"/> belongs to this recording alone. Throws
    /// <see cref="AudioException"/> where the recording cannot be decoded.
    /// </summary>
    public async IAsyncEnumerable<SourceClip> SegmentAsync(
        string source,
        string? transcript,
        string workFolder,
        PipelineOptions options,
        IProgress<StepProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(workFolder);
        var plan = await _planner.PlanAsync(source, transcript, workFolder, options, progress, cancellationToken);
        var ready = Enumerable.Range(0, plan.Clips.Count).TakeWhile(index => File.Exists(ClipPath(workFolder, index))).Count();
        for (var index = 0; index < ready; index++)
            yield return Describe(plan, index, workFolder, ReadBack(ClipPath(workFolder, index)));

        TimeRange[] missing = [.. plan.Clips.Skip(ready).Select(clip => new TimeRange(clip.Start, clip.End))];
        var done = ready;
        await foreach (var samples in _cutter.CutAsync(source, missing, PipelineOptions.ClipSampleRate, cancellationToken))
        {
            await WriteAsync(ClipPath(workFolder, done), samples, cancellationToken);
            yield return Describe(plan, done, workFolder, samples);
            if (++done % ReportEvery == 0)
                progress?.Report(new StepProgress(PipelineStep.Cutting, done, plan.Clips.Count));
        }

        progress?.Report(new StepProgress(PipelineStep.Cutting, plan.Clips.Count, plan.Clips.Count));
    }

    private static string ClipPath(string workFolder, int index) => Path.Combine(workFolder, $"clip_{index + 1:000000}.wav");

    private static SourceClip Describe(ClipPlan plan, int index, string workFolder, float[] samples)
    {
        var clip = plan.Clips[index];
        return new SourceClip(
            index, new TimeRange(clip.Start, clip.End), ClipPath(workFolder, index), clip.Text, clip.Confidence,
            LoudnessMeter.Measure(samples, PipelineOptions.ClipSampleRate));
    }

    private static float[] ReadBack(string path)
    {
        var read = WavReader.Read(path);
        return read.Succeeded ? read.Value.ToFloats() : throw new AudioException(read.Error);
    }

    private static Task WriteAsync(string path, float[] samples, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(path, stream =>
        {
            var writer = new WavWriter(stream, PipelineOptions.ClipSampleRate);
            writer.Write(samples);
            writer.Complete();
            return Task.CompletedTask;
        }, cancellationToken);
}
