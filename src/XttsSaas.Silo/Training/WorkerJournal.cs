using XttsSaas.Abstractions.Training;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Silo.Training;

/// <summary>
/// What a worker told, kept until the session has it. Reports come out in the order of the lines; a report that could
/// not be delivered is put together with what follows. Thread-safe.
/// </summary>
/// <param name="lease">Whose worker this is.</param>
/// <param name="outputFolder">Absolute; checkpoints are named relative to it.</param>
/// <param name="modelRoot">Absolute; the result is named relative to it.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerJournal(LeaseId lease, string outputFolder, string modelRoot, TimeProvider time)
{
    private static readonly HashSet<string> FinalCodes =
        [WorkerCodes.InvalidJob, WorkerCodes.InvalidCheckpoint, WorkerCodes.EmptyDataset, WorkerCodes.Diverged];

    private readonly Lock _gate = new();
    private readonly List<TrainingMetric> _metrics = [];
    private readonly List<TrainingCheckpoint> _checkpoints = [];
    private readonly List<CheckpointSound> _sounds = [];
    private int _step;
    private int _totalSteps;
    private double? _secondsLeft;
    private bool _news;
    private TrainingResult? _result;
    private FailedEvent? _failed;

    /// <summary>The artefact of a worker that finished.</summary>
    public TrainingResult? Result
    {
        get
        {
            lock (_gate)
                return _result;
        }
    }

    /// <summary>Why the worker gave up, where starting it again would not help.</summary>
    public Error? Failure
    {
        get
        {
            lock (_gate)
                return _failed is { } failed && FinalCodes.Contains(failed.Code) ? new Error(ErrorCode.TrainingFailed, failed.Message) : null;
        }
    }

    private bool HasItems => _metrics.Count + _checkpoints.Count + _sounds.Count > 0;

    public void Add(WorkerEvent workerEvent)
    {
        lock (_gate)
        {
            _news = true;
            switch (workerEvent)
            {
                case StartedEvent started:
                    (_step, _totalSteps) = (started.Step, started.TotalSteps);
                    break;
                case StepEvent step:
                    (_step, _secondsLeft) = (step.Step, step.EtaSeconds);
                    _metrics.Add(new TrainingMetric(
                        step.Step, false, step.LossText, step.LossMel, step.Loss, step.LearningRate, step.TokensPerSecond, step.MemoryMb, time.GetUtcNow()));
                    break;
                case VocoderStepEvent vocoder:
                    _secondsLeft = vocoder.EtaSeconds;
                    break;
                case ValidationEvent validation:
                    _metrics.Add(new TrainingMetric(
                        validation.Step, true, validation.LossText, validation.LossMel, validation.Loss, null, null, null, time.GetUtcNow()));
                    break;
                case CheckpointEvent checkpoint:
                    _checkpoints.Add(new TrainingCheckpoint(
                        checkpoint.Step, Relative(outputFolder, checkpoint.Path), checkpoint.Sha256, checkpoint.Best, time.GetUtcNow()));
                    break;
                case SoundEvent { Score: var score } sound:
                    _sounds.Add(new CheckpointSound(
                        sound.Step, score.Sentences, score.Understood, score.Similarity, score.MelCepstralDistortion, score.LengthRatio, score.StopFailures,
                        score.Value, sound.Best, Relative(outputFolder, sound.SamplePath)));
                    break;
                case CompletedEvent completed:
                    _result = new TrainingResult(
                        completed.Steps, completed.BestStep, Relative(modelRoot, completed.CheckpointPath), completed.Sha256, completed.Sound?.BetterThanZeroShot);
                    break;
                case FailedEvent failed:
                    _failed = failed;
                    break;
                default:
                    _news = HasItems;
                    break;
            }
        }
    }

    /// <summary>Everything since the last delivered report, or null when there is nothing, or no run has started yet.</summary>
    public WorkerReport? Peek()
    {
        lock (_gate)
        {
            return _news && _totalSteps > 0
                ? new WorkerReport(lease, _step, _totalSteps, _secondsLeft, _metrics.ToArray(), _checkpoints.ToArray(), _sounds.ToArray())
                : null;
        }
    }

    /// <summary>Forgets what <paramref name="report"/> carried: the session has it.</summary>
    public void Delivered(WorkerReport report)
    {
        lock (_gate)
        {
            _metrics.RemoveRange(0, report.Metrics.Count);
            _checkpoints.RemoveRange(0, report.Checkpoints.Count);
            _sounds.RemoveRange(0, report.Sounds?.Count ?? 0);
            _news = HasItems || _step != report.Step;
        }
    }

    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, Path.GetFullPath(path, root)).Replace('\\', '/');
}
