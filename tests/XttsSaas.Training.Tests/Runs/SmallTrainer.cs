using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Runs;

/// <summary>The parts of a run, put together by hand: all weights of the small model are trained.</summary>
internal sealed class SmallTrainer : IDisposable
{
    private readonly Checkpoint checkpoint;
    private readonly ModelWeights weights;
    private readonly Trainables trainables;
    private readonly NamedAdamW optimizer;

    public SmallTrainer(TestRun run, TrainingConfig config)
    {
        torch.set_num_threads(1);
        config = config with { Mode = TrainingMode.Full };
        checkpoint = CheckpointReader.Open(run.Base);
        var data = DatasetLoading.Load(run.Dataset.Folder, checkpoint, config, run.File("codes"), torch.CPU, CancellationToken.None);
        weights = GptWeights.LoadGpt(checkpoint, torch.CPU);
        Model = new XttsGpt(weights, GptWeights.Dimensions(checkpoint.Config, checkpoint.Tokenizer.StartId, checkpoint.Tokenizer.StopId), config.Dropout);
        trainables = new Trainables(weights, config, Model.Mode);
        optimizer = new NamedAdamW(trainables.Parameters, config.WeightDecay);
        Batches = new BatchFactory(data.Training, config, checkpoint.Config, checkpoint.Model.ReadSingle(TensorNames.MelStats));
        var schedule = new LearningRateSchedule(config.Schedule, 1e-3, config.WarmupSteps, config.Steps!.Value, config.FinalLearningRateRatio);
        Trainer = new Trainer(Model, optimizer, Batches.Prepare, schedule, config, new StepMeter(TimeProvider.System));
    }

    public XttsGpt Model { get; }

    public BatchFactory Batches { get; }

    public Trainer Trainer { get; }

    /// <summary>Checkpoints of its weights and moments in <paramref name="folder"/>.</summary>
    public RunCheckpoints Checkpoints(string folder) => new(new CheckpointStore(folder), trainables, optimizer);

    /// <summary>Roll-backs of it to <paramref name="checkpoints"/>.</summary>
    public Rollback Rollback(RunCheckpoints checkpoints, TrainingConfig config) =>
        new(checkpoints, trainables, optimizer, checkpoint, config, sound: null, new Progress<WorkerEvent>());

    /// <summary>The gradient of the weight <paramref name="name"/>.</summary>
    public torch.Tensor Gradient(string name) => weights[name].grad!;

    /// <summary>All weights, by name.</summary>
    public Dictionary<string, float[]> Weights() => weights.All.ToDictionary(entry => entry.Key, entry => entry.Value.ToHostArray());

    public void Dispose()
    {
        optimizer.Dispose();
        trainables.Dispose();
        weights.Dispose();
        checkpoint.Dispose();
    }
}
