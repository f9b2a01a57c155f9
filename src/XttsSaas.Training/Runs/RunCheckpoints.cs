using System.Text.Json;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts;

namespace XttsSaas.Training.Runs;

/// <summary>Saves and restores a run: weights, moments and state together.</summary>
public sealed class RunCheckpoints(CheckpointStore store, Trainables trainables, NamedAdamW optimizer)
{
    /// <summary>Saves the run at <paramref name="state"/>.</summary>
    public StepCheckpoint Save(RunState state) => store.Write(state.Step, folder =>
    {
        TensorFiles.Save(Path.Combine(folder, CheckpointStore.WeightsFile), trainables.Parameters.AsTensors());
        TensorFiles.Save(Path.Combine(folder, CheckpointStore.MomentsFile), optimizer.Moments);
        DurableFile.Write(
            Path.Combine(folder, CheckpointStore.StateFile),
            JsonSerializer.SerializeToUtf8Bytes(state, CheckpointJson.Default.RunState));
    });

    /// <summary>Brings the run back to its newest valid checkpoint; null when there is none.</summary>
    /// <param name="fingerprint">Of the job as it is now.</param>
    /// <exception cref="TrainingException">The checkpoint is of a run that cannot be continued with this job.</exception>
    public RunState? RestoreNewest(string fingerprint)
    {
        store.RemoveLeftovers();
        if (store.Newest() is not { } checkpoint)
            return null;
        var state = StateOf(checkpoint);
        if (state.Fingerprint != fingerprint)
        {
            throw new TrainingException(WorkerCodes.InvalidJob,
                $"The output folder holds a run with another base model, data set, mode or seed (checkpoint of step {checkpoint.Step}); use an empty output folder or the original job.");
        }

        LoadTensors(checkpoint);
        return state;
    }

    /// <summary>Brings the run back to its checkpoint of <paramref name="step"/>; null when that is missing or damaged.</summary>
    public RunState? Restore(int step)
    {
        if (store.Find(step) is not { } checkpoint)
            return null;
        LoadTensors(checkpoint);
        return StateOf(checkpoint);
    }

    /// <summary>Loads the weights alone of <paramref name="step"/>.</summary>
    /// <exception cref="TrainingException">The checkpoint is gone or damaged.</exception>
    public void RestoreWeights(int step)
    {
        var checkpoint = store.Find(step)
            ?? throw new TrainingException(WorkerCodes.InvalidCheckpoint, $"The checkpoint of the best step {step} is missing or damaged.");
        TensorFiles.Load(Path.Combine(checkpoint.Path, CheckpointStore.WeightsFile), trainables.Parameters.AsTensors());
    }

    /// <inheritdoc cref="CheckpointStore.Prune"/>
    public void Prune(int keepLast, params ReadOnlySpan<int?> kept) => store.Prune(keepLast, kept);

    /// <inheritdoc cref="CheckpointStore.RemoveAfter"/>
    public void RemoveAfter(int step) => store.RemoveAfter(step);

    private static RunState StateOf(StepCheckpoint checkpoint) => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(checkpoint.Path, CheckpointStore.StateFile)), CheckpointJson.Default.RunState)!;

    private void LoadTensors(StepCheckpoint checkpoint)
    {
        TensorFiles.Load(Path.Combine(checkpoint.Path, CheckpointStore.WeightsFile), trainables.Parameters.AsTensors());
        TensorFiles.Load(Path.Combine(checkpoint.Path, CheckpointStore.MomentsFile), optimizer.Moments);
    }
}
