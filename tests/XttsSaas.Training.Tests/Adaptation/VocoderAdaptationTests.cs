using TorchSharp;
using XttsSaas.Training.Adaptation;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Tests.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Adaptation;

[Collection(OneAtATime.Name)]
public sealed class VocoderAdaptationTests : IDisposable
{
    private static readonly TrainingConfig Config = TestRun.Config with { Steps = 3, LearningRate = 1e-3, VocoderSteps = 3 };
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(TrainingMode.Lora)]
    [InlineData(TrainingMode.Full)]
    public void Execute_VocoderSteps_ReplaceTheVocoderAndNothingElse(TrainingMode mode)
    {
        run.Execute("without", Config with { Mode = mode, VocoderSteps = 0 });
        var events = run.Execute("with", Config with { Mode = mode });

        Assert.Equal([1, 2, 3], events.OfType<VocoderStepEvent>().Select(step => step.Step));
        var completed = Assert.IsType<CompletedEvent>(events[^1]);
        Assert.Equal(3, completed.Steps);
        Assert.Equal(FileDigest.Sha256(ModelFile("with")), completed.Sha256);
        using var without = SafetensorsFile.Open(ModelFile("without"));
        using var with = SafetensorsFile.Open(ModelFile("with"));
        foreach (var name in without.Tensors.Keys)
        {
            if (!name.StartsWith(TensorNames.Vocoder, StringComparison.Ordinal))
                Assert.False(Changed(name, without, with), name);
        }

        Assert.True(Changed(TensorNames.Vocoder + ".conv_pre.weight", without, with));
    }

    [Fact]
    public void Execute_KilledAmidVocoderSteps_EndsWithTheSameBytes()
    {
        run.Execute("whole", Config);

        Assert.Throws<InvalidOperationException>(() => run.Execute("broken", Config, workerEvent =>
        {
            if (workerEvent is VocoderStepEvent { Step: 2 })
                throw new InvalidOperationException("killed");
        }));
        run.Execute("broken", Config);

        Assert.Equal(run.FinalModel("whole"), run.FinalModel("broken"));
    }

    [Fact]
    public void Execute_StoppedAmidVocoderSteps_GoesOnFromTheLastOne()
    {
        run.Execute("whole", Config);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => run.Execute("broken", Config, workerEvent =>
        {
            if (workerEvent is VocoderStepEvent { Step: 2 })
                stop.Cancel();
        }, stop.Token));

        var events = run.Execute("broken", Config);

        Assert.Equal([3], events.OfType<VocoderStepEvent>().Select(step => step.Step));
        Assert.Equal(run.FinalModel("whole"), run.FinalModel("broken"));
    }

    /// <summary>How an untrained model sounds is chance: what follows from it is not.</summary>
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-2)]
    [InlineData(1)]
    public void Execute_TrainedGptSoundsNoBetter_AdaptsTheVocoderToTheBaseModels(double rate)
    {
        var events = run.Execute("out", Config with { LearningRate = rate, DivergenceFactor = 0, JudgeSentences = 1 });

        var heard = events.OfType<SoundEvent>().Select(sound => (sound.Step, sound.Score)).ToArray();
        Assert.Equal([0, 3, 6], heard.Select(sound => sound.Step));
        var earned = heard[1].Score.Value > heard[0].Score.Value && heard[1].Score.Understood >= heard[0].Score.Understood;
        var vocoderIsBest = heard[2].Score.Value > heard[1].Score.Value;
        var best = vocoderIsBest && !earned ? 0 : 3;
        Assert.Equal(best, events.OfType<CompletedEvent>().Single().BestStep);
        using var start = SafetensorsFile.Open(Path.Combine(run.Base, CheckpointFiles.Model));
        using var result = SafetensorsFile.Open(ModelFile("out"));
        Assert.Equal(best > 0, Changed("gpt.gpt.h.0.attn.c_attn.weight", start, result));
        Assert.Equal(vocoderIsBest, Changed(TensorNames.Vocoder + ".conv_pre.weight", start, result));
    }

    [Theory]
    [InlineData(16, null, 40, 40)]
    [InlineData(16, null, 4_000, VocoderAdaptation.DefaultSteps)]
    [InlineData(16, 7, 40, 7)]
    [InlineData(16, 0, 40, 0)]
    [InlineData(15, 7, 40, 0)]
    public void StepsAfter_LengthOfTheRun_AndOfTheClips(int codes, int? configured, int steps, int expected)
    {
        var data = new TrainingData([new TrainingClip("a", "a.wav", "a", [1], codes * 1024, new int[codes])], [], []);
        var adaptation = new VocoderAdaptation(Config with { VocoderSteps = configured }, data, run.File("out"), torch.CPU, TimeProvider.System, new Progress<WorkerEvent>());

        Assert.Equal(expected, adaptation.StepsAfter(steps));
    }

    private string ModelFile(string output) => Path.Combine(run.File(output), "final", CheckpointFiles.Model);

    private static bool Changed(string name, SafetensorsFile first, SafetensorsFile second) => !first.Bytes(first.Find(name)).SequenceEqual(second.Bytes(second.Find(name)));
}
