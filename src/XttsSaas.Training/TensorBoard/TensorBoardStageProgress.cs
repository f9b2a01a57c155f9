using XttsSaas.Training.Pretraining;

namespace XttsSaas.Training.TensorBoard;

/// <summary>
/// Writes the curves of a stage of training from scratch into its folder <c>tensorboard</c> while it passes the stage's progress on:
/// <c>loss/NAME</c> of every step, <c>validation/NAME</c> of every validation. The first report after a start says which steps come again.
/// </summary>
/// <param name="progress">Receives every report after it was written.</param>
/// <param name="output">The stage's folder.</param>
/// <param name="time">The clock.</param>
public sealed class TensorBoardStageProgress(IProgress<StageProgress> progress, string output, TimeProvider time) : IProgress<StageProgress>, IDisposable
{
    private EventFileWriter? file;

    /// <inheritdoc />
    public void Report(StageProgress value)
    {
        if (file is null)
        {
            file = new EventFileWriter(Path.Combine(output, "tensorboard"), time);
            file.WriteStart(value.Step);
        }

        var group = value.Validation ? "validation" : "loss";
        file.WriteScalars(value.Step, [.. value.Values.Select(entry => ($"{group}/{entry.Key}", entry.Value))]);
        if (!value.Validation)
            file.WriteScalars(value.Step, ("learning_rate", value.LearningRate), ("step_seconds", value.StepSeconds));
        progress.Report(value);
    }

    public void Dispose() => file?.Dispose();
}
