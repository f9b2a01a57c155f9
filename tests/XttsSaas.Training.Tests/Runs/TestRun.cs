using XttsSaas.Tests.Training;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Tests.Runs;

/// <summary>A very small base model and a data set of tones in a temporary folder, and runs on them.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TestRun(int trainingClips = 5, int validationClips = 2)
    {
        SmallModel.Write(Base);
        Dataset = new ToneDataset(folder.File("dataset"), trainingClips, validationClips);
    }

    public static TrainingConfig Config { get; } = new()
    {
        Steps = 6,
        BatchSize = 2,
        ValidateEvery = 0,
        CheckpointEvery = 3,
        JudgeSentences = 0,
        VocoderSteps = 0,
        Device = DeviceKind.Cpu,
        Lora = new LoraConfig { Rank = 4, Dropout = 0.1 },
    };

    public string Base => folder.File("base");

    public ToneDataset Dataset { get; }

    public string File(string name) => folder.File(name);

    public TrainingJob Job(string output, TrainingConfig config) => new("test", Base, Dataset.Folder, folder.File(output), config);

    /// <summary>Runs <paramref name="config"/> in this process; <paramref name="onEvent"/> sees each event first.</summary>
    public List<WorkerEvent> Execute(string output, TrainingConfig config, Action<WorkerEvent>? onEvent = null, CancellationToken cancellation = default)
    {
        var events = new List<WorkerEvent>();
        new TrainingRun(Job(output, config), new Recorder(events, onEvent), TimeProvider.System).Execute(cancellation);
        return events;
    }

    public byte[] FinalModel(string output) => System.IO.File.ReadAllBytes(Path.Combine(folder.File(output), "final", CheckpointFiles.Model));

    public void Dispose() => folder.Dispose();

    private sealed class Recorder(List<WorkerEvent> events, Action<WorkerEvent>? onEvent) : IProgress<WorkerEvent>
    {
        public void Report(WorkerEvent value)
        {
            events.Add(value);
            onEvent?.Invoke(value);
        }
    }
}
