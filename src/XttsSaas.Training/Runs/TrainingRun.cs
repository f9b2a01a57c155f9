using TorchSharp;
using XttsSaas.Training.Adaptation;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Judging;
using XttsSaas.Training.Memory;
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
/// 7 steps (validate, checkpoint, listen, roll back) ─ 8 vocoder (adapt, listen) ─ 9 best-sounding weights ─ 10 export
/// </code>
/// A run that is killed at any point goes on when it is executed again with the same job: steps 1–5 leave nothing behind but
/// cached codes, a checkpoint is complete or absent, and 8–10 start from checkpoints.
/// </summary>
public sealed class TrainingRun(TrainingJob job, IProgress<WorkerEvent> events, TimeProvider time)
{
    private readonly TrainingConfig config = job.Config.WithBatch();

    /// <summary>Runs to the end and reports every event, the last one a <see cref="CompletedEvent"/>.</summary>
    /// <exception cref="TrainingException">The run cannot start or go on.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; a checkpoint of the last full step is on disk.</exception>
    public void Execute(CancellationToken cancellation)
    {
        var faults = TrainingConfigValidator.Validate(job.Config);
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
        catch (Exception exception) when (MemoryFailure.Is(exception))
        {
            throw new TrainingException(WorkerCodes.OutOfMemory, "The model, or what its optimiser keeps, does not fit into memory; train adapters instead of the full model, or use a device with more memory.", exception);
        }
    }

    private void Execute(Checkpoint checkpoint, Device device, CancellationToken cancellation)
    {
        var precision = PrecisionSelection.Choose(config.Precision, device, GraphicsCard.ComputeCapability);
        var data = DatasetLoading.Load(job.Dataset, checkpoint, config, Path.Combine(job.Output, "codes"), device, cancellation);
        using var weights = GptWeights.LoadGpt(checkpoint, device);
        var dimensions = GptWeights.Dimensions(checkpoint.Config, checkpoint.Tokenizer.StartId, checkpoint.Tokenizer.StopId);
        var model = new XttsGpt(weights, dimensions, config.Dropout);
        model.Mode.Products = precision.ProductType();
        using var trainables = new Trainables(weights, config, model.Mode);
        using var optimizer = new NamedAdamW(trainables.Parameters, config.WeightDecay);

        var store = new CheckpointStore(Path.Combine(job.Output, "checkpoints"));
        var checkpoints = new RunCheckpoints(store, trainables, optimizer);
        var fingerprint = JobFingerprint.Of(config, checkpoint, data.Training);
        var state = checkpoints.RestoreNewest(fingerprint) ?? new RunState { Fingerprint = fingerprint, PieceSize = PieceSize(checkpoint, data.Training, trainables, device) };
        state = state with { LossScale = precision == PrecisionKind.Fp16 ? state.LossScale ?? LossScale.Start : null };
        var totalSteps = config.Steps ?? StepsOf(config.Epochs!.Value, data.Training.Count);
        events.Report(new StartedEvent(
            state.Step, totalSteps, device.ToString(), weights.All.Sum(entry => entry.Value.numel()), trainables.Count,
            data.Training.Count, data.Validation.Count, data.Dropped) { BatchSize = config.BatchSize, PieceSize = state.PieceSize, Precision = precision });

        var melStats = checkpoint.Model.ReadSingle(TensorNames.MelStats);
        var meter = new StepMeter(time);
        var schedule = new LearningRateSchedule(config.Schedule, config.PeakLearningRate, config.WarmupSteps, totalSteps, config.FinalLearningRateRatio, config.DecayEvery, config.DecayFactor);
        using var batches = new BatchPrefetcher(new BatchFactory(data.Training, config, checkpoint.Config, melStats).Prepare, config.BatchSize, config.Prefetch);
        var trainer = new Trainer(model, optimizer, batches.At, schedule, config, meter);
        var evaluator = data.Validation.Count > 0
            ? new Evaluator(model, new BatchFactory(data.Validation, config, checkpoint.Config, melStats), config.TextLossWeight)
            : null;
        var adaptation = new VocoderAdaptation(config, data, job.Output, device, time, events);
        using var sound = SoundJudge.Of(checkpoint, data, config) is { } judge ? new SoundTrials(judge, checkpoint, job.Output, trainables, events) : null;
        sound?.RemoveAfter(state.Step);
        var rollback = new Rollback(checkpoints, trainables, optimizer, checkpoint, config, sound, events);
        state = new TrainingLoop(trainer, evaluator, checkpoints, rollback, sound, config, totalSteps, meter, events).Run(state, cancellation);

        var result = new RunResult(checkpoint, job.Output, trainables, checkpoints, adaptation, sound);
        events.Report(result.Write(state, totalSteps, cancellation));
    }

    private int PieceSize(Checkpoint checkpoint, IReadOnlyList<TrainingClip> clips, Trainables trainables, Device device) => job.Config.BatchSize > 0
        ? config.BatchSize
        : PieceSizing.Fit(config.BatchSize, ClipMemory.Of(checkpoint.Config, clips), trainables.Count * sizeof(float), PieceSizing.FreeOn(device));

    private int StepsOf(int epochs, int clips)
    {
        var clipsPerStep = config.BatchSize * config.GradientAccumulation;
        return epochs * ((clips + clipsPerStep - 1) / clipsPerStep);
    }
}
