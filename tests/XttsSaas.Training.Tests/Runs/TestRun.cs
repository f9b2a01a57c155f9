using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.Tests.Data;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Runs;

/// <summary>A very small base model and a data set of tones in a temporary folder, and runs on them.</summary>
internal sealed class TestRun : IDisposable
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven"];
    private readonly TemporaryFolder folder = new();

    public TestRun(int trainingClips = 5, int validationClips = 2)
    {
        CheckpointWriter.Write(Base, new CheckpointContent(
            new ModelOrigin("test", "none", CommercialUse: true),
            Small,
            MiniVocabulary.ToJson(),
            SeededWeights.Model(Small, 3),
            SeededWeights.Dvae(Small, 3)));
        Directory.CreateDirectory(Path.Combine(Dataset, "wavs"));
        WriteSplit("metadata_train.csv", 0, trainingClips);
        WriteSplit("metadata_val.csv", trainingClips, validationClips);
    }

    public static XttsConfig Small { get; } = XttsConfig.Mini with
    {
        ModelArgs = XttsConfig.Mini.ModelArgs with { GptLayers = 2, GptNModelChannels = 32, GptNHeads = 2, DecoderInputDim = 32 },
        Architecture = XttsConfig.Mini.Architecture with
        {
            Conditioning = new ConditioningConfig { Blocks = 1 },
            Perceiver = new PerceiverConfig { Depth = 1, Heads = 2, DimHead = 16, NumLatents = 8 },
            Dvae = new DvaeConfig { HiddenDim = 16, CodebookDim = 8, NumResnetBlocks = 1 },
        },
    };

    public static TrainingConfig Config { get; } = new()
    {
        Steps = 6,
        BatchSize = 2,
        ValidateEvery = 0,
        CheckpointEvery = 3,
        Device = DeviceKind.Cpu,
        Lora = new LoraConfig { Rank = 4, Dropout = 0.1 },
    };

    public string Base => folder.File("base");

    public string Dataset => folder.File("dataset");

    public string File(string name) => folder.File(name);

    public TrainingJob Job(string output, TrainingConfig config) => new("test", Base, Dataset, folder.File(output), config);

    /// <summary>Runs <paramref name="config"/> in this process; <paramref name="onEvent"/> sees each event first.</summary>
    public List<WorkerEvent> Execute(string output, TrainingConfig config, Action<WorkerEvent>? onEvent = null, CancellationToken cancellation = default)
    {
        var events = new List<WorkerEvent>();
        new TrainingRun(Job(output, config), new Recorder(events, onEvent), TimeProvider.System).Execute(cancellation);
        return events;
    }

    public byte[] FinalModel(string output) => System.IO.File.ReadAllBytes(Path.Combine(folder.File(output), "final", CheckpointFiles.Model));

    public void WriteSplit(string file, int first, int count)
    {
        var rows = Enumerable.Range(first, count).Select(i => $"tone{i}||{Words[i % Words.Length]} {Words[(i + 3) % Words.Length]}");
        System.IO.File.WriteAllLines(Path.Combine(Dataset, file), rows);
        for (var i = first; i < first + count; i++)
            TestWave.WritePcm16(Path.Combine(Dataset, "wavs", $"tone{i}.wav"), TestWave.Tone(i, 0.8 + (0.2 * (i % 4))));
    }

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
