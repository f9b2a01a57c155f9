using System.Globalization;
using System.Text.Json;
using XttsSaas.Audio.Wav;
using XttsSaas.Inference.Engine;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Memory;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Judging;

/// <summary>
/// The trials of a run, kept in its folder: <c>sound/step-00000050.json</c> has the score and <c>.wav</c> beside it a sentence as that
/// checkpoint says it. A trial is done once: what a killed run left undone, the next start does.
/// </summary>
public sealed class SoundTrials : IDisposable
{
    private readonly SoundJudge judge;
    private readonly string baseFolder;
    private readonly string folder;
    private readonly string candidate;
    private readonly ResultExport export;
    private readonly Trainables trainables;
    private readonly IProgress<WorkerEvent> events;
    private readonly SortedDictionary<int, SoundTrial> trials = [];

    internal SoundTrials(SoundJudge judge, Checkpoint baseModel, string output, Trainables trainables, IProgress<WorkerEvent> events)
    {
        (this.judge, baseFolder, this.trainables, this.events) = (judge, baseModel.Folder, trainables, events);
        (folder, candidate) = (Path.Combine(output, "sound"), Path.Combine(output, "sound", "candidate"));
        export = new ResultExport(baseModel, output);
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "step-*.json"))
        {
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), CheckpointJson.Default.SoundTrial) is { Score: not null } trial)
                trials[trial.Step] = trial;
        }
    }

    /// <summary>The best of the trained checkpoints; null before the first one.</summary>
    public int? BestStep => SoundVerdict.Best(trials.Values)?.Step;

    /// <inheritdoc cref="SoundVerdict.Of"/>
    public SoundVerdict? Verdict => SoundVerdict.Of(trials.Values);

    /// <summary>Listens to the weights as they are now, those of <paramref name="step"/>; 0 is the base model. Does nothing where that was done.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public void Hold(int step, CancellationToken cancellation) => Hold(
        step, () => step == 0 ? baseFolder : export.WriteCheckpoint(Path.Combine(candidate, "checkpoint"), trainables), cancellation);

    /// <summary>Listens to the checkpoint in <paramref name="checkpoint"/> as that of <paramref name="step"/>. Does nothing where that was done.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public void Hold(int step, string checkpoint, CancellationToken cancellation) => Hold(step, () => checkpoint, cancellation);

    private void Hold(int step, Func<string> checkpoint, CancellationToken cancellation)
    {
        if (trials.ContainsKey(step))
            return;
        try
        {
            Remove(candidate);
            var (score, sample) = judge.Listen(checkpoint(), Path.Combine(candidate, "onnx"), cancellation);
            Keep(new SoundTrial(step, score), sample);
        }
        catch (Exception exception) when (exception is IOException || MemoryFailure.Is(exception))
        {
            events.Report(new WarningEvent(step, WorkerCodes.NotJudged, $"Nobody listened to the checkpoint of step {step}: {exception.Message}"));
        }
        finally
        {
            Remove(candidate);
        }
    }

    /// <summary>Forgets the trials of later steps than <paramref name="step"/>; their checkpoints are gone.</summary>
    public void RemoveAfter(int step)
    {
        foreach (var later in trials.Keys.Where(trial => trial > step).ToList())
        {
            File.Delete(PathOf(later, "json"));
            File.Delete(PathOf(later, "wav"));
            trials.Remove(later);
        }
    }

    public void Dispose() => judge.Dispose();

    /// <summary>The sample first: a score on disk has its sample beside it.</summary>
    private void Keep(SoundTrial trial, SynthesizedSpeech sample)
    {
        var path = PathOf(trial.Step, "wav");
        DurableFile.Write(path, WavWriter.ToBytes(Array.ConvertAll(sample.Samples, WavWriter.Quantize), sample.SampleRate));
        DurableFile.Write(PathOf(trial.Step, "json"), JsonSerializer.SerializeToUtf8Bytes(trial, CheckpointJson.Default.SoundTrial));
        trials[trial.Step] = trial;
        events.Report(new SoundEvent(trial.Step, trial.Score, path, BestStep == trial.Step));
    }

    private string PathOf(int step, string extension) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"step-{step:D8}.{extension}"));

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
