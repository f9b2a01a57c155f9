using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class SpeakerStageTests : IDisposable
{
    private static readonly SpeakerStageConfig Config = new()
    {
        Steps = 5, BatchSize = 6, LearningRate = 1e-2, WarmupSteps = 2, SegmentSeconds = 0.5, ValidateEvery = 0, CheckpointEvery = 2,
    };

    private readonly TestCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void Execute_TwoVoices_TellsThemApartInNewClips()
    {
        var end = corpus.Validations(Config with { Steps = 60 }, "out").Single();

        Assert.Equal(1, end["accuracy"]);
        Assert.InRange(end["nearest"], 0, 1);
        Assert.InRange(end["eer"], 0, 1);
    }

    [Fact]
    public void Execute_WholeStage_WritesTheMovedStatisticsOfTheNormsAndNothingElseOfTheModel()
    {
        using var before = CheckpointReader.Open(corpus.Start);
        using var after = CheckpointReader.Open(corpus.Run(Config, "out"));

        var changed = after.Model.Tensors.Keys.Where(name => !Values(before.Model, name).SequenceEqual(Values(after.Model, name))).ToList();
        Assert.Contains(TensorNames.SpeakerEncoder + ".bn1.running_mean", changed);
        Assert.Contains(TensorNames.SpeakerEncoder + ".layer1.0.bn2.running_var", changed);
        Assert.Contains(TensorNames.SpeakerEncoder + ".fc.weight", changed);
        Assert.All(changed, name => Assert.StartsWith(TensorNames.SpeakerEncoder, name, StringComparison.Ordinal));
        Assert.DoesNotContain(changed, name => name.Contains(".torch_spec.", StringComparison.Ordinal));
    }

    [Fact]
    public void Execute_CancelledAndRunAgain_EndsWithTheSameBytesAsAnUninterruptedRun()
    {
        var whole = corpus.Run(Config, "whole");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => corpus.Run(Config, "broken", progress =>
        {
            if (progress.Step == 3)
                stop.Cancel();
        }, stop.Token));

        Assert.Equal(Model(whole), Model(corpus.Run(Config, "broken")));
    }

    [Fact]
    public void Execute_ConfigurationOutOfRange_NamesEveryFault()
    {
        var broken = Config with { BatchSize = 1, LearningRate = 0, SegmentSeconds = 0, ClipsPerSpeaker = 0, ValidationClips = 1, Scale = 0, Margin = 1, LevelDecibels = -1 };

        var error = Assert.Throws<TrainingException>(() => corpus.Run(broken, "out"));

        foreach (var name in (string[])["batchSize is 1", "learningRate is 0", "segmentSeconds is 0", "clipsPerSpeaker is 0", "validationClips is 1", "scale is 0", "margin is 1", "levelDecibels is -1"])
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Values(SafetensorsFile file, string name) => file.Bytes(file.Find(name)).ToArray();

    private static byte[] Model(string folder) => File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Model));
}
