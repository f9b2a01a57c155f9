using XttsSaas.Training.Protocol;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.TensorBoard;

/// <summary>
/// Writes a run's curves into its folder <c>tensorboard</c> while it passes the run's events on. Every start of the run begins a file
/// of its own, and steps that come again, after a kill or a roll-back, replace the earlier ones in the viewer.
/// </summary>
/// <param name="events">Receives every event after it was written.</param>
/// <param name="output">The run's folder. Nothing is written before the run has started, and so has locked it.</param>
/// <param name="time">The clock.</param>
public sealed class TensorBoardProgress(IProgress<WorkerEvent> events, string output, TimeProvider time) : IProgress<WorkerEvent>, IDisposable
{
    private EventFileWriter? file;

    /// <inheritdoc />
    public void Report(WorkerEvent value)
    {
        if (value is StartedEvent started)
            Start(started);
        else if (file is { } open)
            Write(open, value);
        events.Report(value);
    }

    public void Dispose() => file?.Dispose();

    private void Start(StartedEvent started)
    {
        file?.Dispose();
        file = new EventFileWriter(Path.Combine(output, "tensorboard"), time);
        // What was done at the step of a checkpoint is not done again, but a run without one scores the base model again.
        file.WriteStart(started.Step == 0 ? 0 : started.Step + 1);
    }

    private static void Write(EventFileWriter file, WorkerEvent value)
    {
        switch (value)
        {
            case StepEvent step:
                file.WriteScalars(
                    step.Step, ("loss/text", step.LossText), ("loss/audio", step.LossMel), ("loss/total", step.Loss), ("loss/smoothed", step.SmoothedLoss),
                    ("learning_rate", step.LearningRate), ("grad_norm", step.GradNorm), ("tokens_per_second", step.TokensPerSecond), ("memory_mb", step.MemoryMb));
                break;
            case ValidationEvent validation:
                file.WriteScalars(
                    validation.Step, ("validation/text", validation.LossText), ("validation/audio", validation.LossMel), ("validation/total", validation.Loss));
                break;
            case SoundEvent sound:
                Write(file, sound);
                break;
            case RolledBackEvent back:
                file.WriteStart(back.Step + 1);
                break;
        }
    }

    private static void Write(EventFileWriter file, SoundEvent sound)
    {
        file.WriteScalars(
            sound.Step, ("sound/value", sound.Score.Value), ("sound/understood", sound.Score.Understood), ("sound/similarity", sound.Score.Similarity),
            ("sound/mel_cepstral_distortion", sound.Score.MelCepstralDistortion));
        var wave = File.ReadAllBytes(sound.SamplePath);
        var recording = WaveFile.Parse(wave);
        file.WriteAudio("sound/sample", sound.Step, wave, recording.SampleRate, recording.Samples.Length);
    }
}
