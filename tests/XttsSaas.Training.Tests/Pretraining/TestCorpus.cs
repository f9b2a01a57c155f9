using System.Text.Json;
using XttsSaas.Training.Pretraining;
using XttsSaas.Tests.Training;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Pretraining;

/// <summary>A corpus of babble in a temporary folder, a very small model to start from, and stages on them.</summary>
internal sealed class TestCorpus : IDisposable
{
    private const int Speakers = 4;
    private readonly TemporaryFolder folder = new();
    private int clips;

    /// <summary>Speakers s000 and s001 are of training, s002 and s003 unseen; each has its own pitch.</summary>
    public TestCorpus(int clipsPerSpeaker = 4, double seconds = 1.1)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "wavs"));
        foreach (var split in Enum.GetValues<CorpusSplit>())
        {
            var speakers = Enumerable.Range(split == CorpusSplit.Unseen ? 2 : 0, 2);
            var rows = speakers.SelectMany(speaker => Enumerable.Range(0, clipsPerSpeaker).Select(_ => Clip(speaker, seconds)));
            File.WriteAllLines(Path.Combine(Folder, CorpusFiles.Of(split)), rows.Select(clip => JsonSerializer.Serialize(clip, CorpusJson.Default.CorpusClip)));
        }

        var manifest = new CorpusManifest(
            CorpusManifest.CurrentVersion, CorpusManifest.Rate, 1, 0.01, clips, ["en"],
            [.. Enumerable.Range(0, Speakers).Select(i => new CorpusSpeaker(Name(i), i < 2 ? SpeakerSplit.Training : SpeakerSplit.Unseen, "babble", 50, 50, 150))], "babble", "none");
        File.WriteAllBytes(Path.Combine(Folder, CorpusFiles.Manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, CorpusJson.Default.CorpusManifest));
    }

    /// <summary>A model with a DVAE of 32 codes and a speaker encoder of four channels.</summary>
    public static XttsConfig Small { get; } = SmallModel.Config with
    {
        ModelArgs = SmallModel.Config.ModelArgs with { DVectorDim = 16 },
        Architecture = SmallModel.Config.Architecture with
        {
            Dvae = new DvaeConfig { HiddenDim = 16, CodebookDim = 8, NumTokens = 32, NumResnetBlocks = 1 },
            SpeakerEncoder = new SpeakerEncoderConfig { Layers = [1, 1, 1, 1], NumFilters = [4, 4, 8, 8], AttentionDim = 8, SeReduction = 2 },
        },
    };

    public string Folder => folder.File("corpus");

    /// <summary>The checkpoint that stages start from.</summary>
    public string Start
    {
        get
        {
            var start = folder.File("start");
            CheckpointWriter.Write(start, new CheckpointContent(
                new ModelOrigin("test", "none", CommercialUse: true), Small, MiniVocabulary.ToJson(), SeededWeights.Model(Small, 3), SeededWeights.Dvae(Small, 3)));
            return start;
        }
    }

    public string Output(string name) => folder.File(name);

    /// <summary>Runs <paramref name="stage"/> alone and returns the folder of its result.</summary>
    public string Run(StageConfig stage, string output, Action<StageProgress>? onProgress = null, CancellationToken cancellation = default)
    {
        var recipe = new Recipe { Model = "test", Corpus = Folder, Output = Output(output), Start = Start, Stages = [stage] };
        return new PretrainingRun(recipe, TimeProvider.System, new Listener(onProgress), _ => { }).Execute(cancellation);
    }

    /// <summary>Runs <paramref name="stage"/> and returns what its validations measured, in order.</summary>
    public List<IReadOnlyDictionary<string, double>> Validations(StageConfig stage, string output)
    {
        var validations = new List<IReadOnlyDictionary<string, double>>();
        Run(stage, output, progress =>
        {
            if (progress.Validation)
                validations.Add(progress.Values);
        });
        return validations;
    }

    public void Dispose() => folder.Dispose();

    private static string Name(int speaker) => $"s00{speaker}";

    private CorpusClip Clip(int speaker, double seconds)
    {
        var id = $"c{clips++:000}";
        var samples = Syllables.Spoken(90 + (60 * speaker), (int)(seconds * CorpusManifest.Rate) / 1024 * 1024, clips);
        TestWave.WritePcm16(Path.Combine(Folder, "wavs", id + ".wav"), samples);
        return new CorpusClip(id, $"wavs/{id}.wav", Name(speaker), "en", samples.Length, $"babble {(char)('a' + (clips % 26))}", [new PhonemeSpan("b", 0, samples.Length / 2)]);
    }

    private sealed class Listener(Action<StageProgress>? onProgress) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => onProgress?.Invoke(value);
    }
}
