using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>
/// One fine-tuning run from job to result, in this process.
/// <code>
/// 1 check job ─ 2 lock output ─ 3 open base ─ 4 load clips ─ 5 build model ─ 6 resume newest checkpoint
/// 7 steps (validate, checkpoint) ─ 8 best weights ─ 9 export
/// </code>
/// A run that is killed at any point goes on when it is executed again with the same job: steps 1–5 leave nothing behind but
/// cached codes, a checkpoint is complete or absent, and 8–9 start from checkpoints.
/// </summary>
public sealed class TrainingRun(TrainingJob job, IProgress<WorkerEvent> events, TimeProvider time)
{
    private readonly TrainingConfig config = job.Config;

    /// <summary>Runs to the end and reports every event, the last one a <see cref="CompletedEvent"/>.</summary>
    /// <exception cref="TrainingException">The run cannot start or go on.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; a checkpoint of the last full step is on disk.</exception>
    public void Execute(CancellationToken cancellation)
    {
        var faults = TrainingConfigValidator.Validate(config);
        if (faults.Count > 0)
            throw new TrainingException(WorkerCodes.InvalidJob, $"The training configuration has {faults.Count} fault(s): {string.Join("; ", faults)}.");

        using var outputLock = OutputLock.Take(job.Output);
        var device = DeviceSelection.Choose(config.Device);
        try
        {
            using var checkpoint = CheckpointReader.Open(job.BaseCheckpoint);
            set_num_threads(ThreadCount.Choose(config.Threads, checkpoint.Config, Environment.ProcessorCount));
            Execute(checkpoint, device, cancellation);
        }
        catch (ModelFormatException exception)
        {
            throw new TrainingException(WorkerCodes.InvalidCheckpoint, exception.Message, exception);
        }
    }

    private void Execute(Checkpoint checkpoint, Device device, CancellationToken cancellation)
    {
        var data = DatasetLoading.Load(job.Dataset, checkpoint, config, Path.Combine(job.Output, "codes"), device, cancellation);
        using var weights = GptWeights.LoadGpt(checkpoint, device);
        var dimensions = GptWeights.Dimensions(checkpoint.Config, checkpoint.Tokenizer.StartId, checkpoint.Tokenizer.StopId);
        var model = new XttsGpt(weights, dimensions, config.Dropout);
        using var trainables = new Trainables(weights, config, model.Mode);
        using var optimizer = new NamedAdamW(trainables.Parameters, config.WeightDecay);

        var store = new CheckpointStore(Path.Combine(job.Output, "checkpoints"));
        var checkpoints = new RunCheckpoints(store, trainables, optimizer);
        var fingerprint = JobFingerprint.Of(config, checkpoint, data.Training);
        var state = checkpoints.RestoreNewest(fingerprint) ?? new RunState { Fingerprint = fingerprint };
        var totalSteps = config.Steps ?? StepsOf(config.Epochs!.Value, data.Training.Count);
        events.Report(new StartedEvent(
            state.Step, totalSteps, device.ToString(), weights.All.Sum(entry => entry.Value.numel()), trainables.Count,
            data.Training.Count, data.Validation.Count, data.Dropped));

        var melStats = checkpoint.Model.ReadSingle(TensorNames.MelStats);
        var meter = new StepMeter(time);
        var schedule = new LearningRateSchedule(config.Schedule, config.PeakLearningRate, config.WarmupSteps, totalSteps, config.FinalLearningRateRatio);
        var trainer = new Trainer(model, optimizer, new BatchFactory(data.Training, config, melStats), schedule, config, meter);
        var evaluator = data.Validation.Count > 0
            ? new Evaluator(model, new BatchFactory(data.Validation, config, melStats), config.TextLossWeight)
            : null;
        state = new TrainingLoop(trainer, evaluator, checkpoints, config, totalSteps, meter, events).Run(state, cancellation);

        if (state.BestStep != state.Step)
            checkpoints.RestoreWeights(state.BestStep);
        var (folder, sha256, adapter) = new ResultExport(checkpoint, job.Output).Write(trainables);
        events.Report(new CompletedEvent(state.Step, state.BestStep, folder, sha256, adapter));
    }

    private int StepsOf(int epochs, int clips)
    {
        var clipsPerStep = config.BatchSize * config.GradientAccumulation;
        return epochs * ((clips + clipsPerStep - 1) / clipsPerStep);
    }
}
