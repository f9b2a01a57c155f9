using System.Text.Json;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts;

namespace XttsSaas.Training.Pretraining;

/// <summary>The steps of one stage, with validations and checkpoints in between. Killed and run again, it goes on from its newest checkpoint.</summary>
public sealed class StageLoop(IPretrainingStage stage, StageConfig config, string name, CheckpointStore store, TimeProvider time, IProgress<StageProgress> progress)
{
    private readonly StageMeter meter = new(time);

    /// <summary>Trains to the last step.</summary>
    /// <exception cref="TrainingException">The newest checkpoint is of another run, or the loss is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the last full step was saved.</exception>
    public void Run(string fingerprint, CancellationToken cancellation)
    {
        var step = RestoreNewest(fingerprint);
        var saved = step;
        while (step < config.Steps)
        {
            if (cancellation.IsCancellationRequested)
            {
                if (saved < step)
                    Save(step, fingerprint);
                cancellation.ThrowIfCancellationRequested();
            }

            Train(++step);
            if (step == config.Steps || IsDue(config.ValidateEvery, step))
                Report(step, stage.Validate(CancellationToken.None), validation: true);
            if (step == config.Steps || IsDue(config.CheckpointEvery, step))
            {
                Save(step, fingerprint);
                saved = step;
            }
        }
    }

    private void Train(int step)
    {
        var losses = meter.Time(() => stage.Step(step, config.Schedule.At(step)));
        if (losses.Values.Any(loss => !double.IsFinite(loss)))
            throw new TrainingException(WorkerCodes.Diverged, $"Stage {name} diverged at step {step}: {string.Join(", ", losses.Select(loss => $"{loss.Key} {loss.Value}"))}; lower its learning rate.");
        Report(step, losses, validation: false);
    }

    private void Report(int step, IReadOnlyDictionary<string, double> values, bool validation) =>
        progress.Report(new StageProgress(name, step, config.Steps, values, validation, config.Schedule.At(step), meter.Seconds));

    private int RestoreNewest(string fingerprint)
    {
        store.RemoveLeftovers();
        if (store.Newest() is not { } checkpoint)
            return 0;
        var state = JsonSerializer.Deserialize(
            File.ReadAllBytes(Path.Combine(checkpoint.Path, CheckpointStore.StateFile)), CheckpointJson.Default.StageState)!;
        if (state.Fingerprint != fingerprint)
        {
            throw new TrainingException(WorkerCodes.InvalidJob,
                $"{checkpoint.Path} is of a stage with another configuration, start or corpus; use an empty output folder or the original recipe.");
        }

        TensorFiles.Load(Path.Combine(checkpoint.Path, CheckpointStore.WeightsFile), stage.Weights);
        TensorFiles.Load(Path.Combine(checkpoint.Path, CheckpointStore.MomentsFile), stage.Memory);
        return state.Step;
    }

    private void Save(int step, string fingerprint)
    {
        store.Write(step, folder =>
        {
            TensorFiles.Save(Path.Combine(folder, CheckpointStore.WeightsFile), stage.Weights);
            TensorFiles.Save(Path.Combine(folder, CheckpointStore.MomentsFile), stage.Memory);
            DurableFile.Write(
                Path.Combine(folder, CheckpointStore.StateFile),
                JsonSerializer.SerializeToUtf8Bytes(new StageState(step, fingerprint), CheckpointJson.Default.StageState));
        });
        store.Prune(keepLast: 2);
    }

    private static bool IsDue(int interval, int step) => interval > 0 && step % interval == 0;
}
