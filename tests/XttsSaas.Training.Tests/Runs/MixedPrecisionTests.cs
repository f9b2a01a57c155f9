using XttsSaas.Training.Configuration;
using XttsSaas.Training.Model;
using XttsSaas.Training.Protocol;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Runs;

[Collection(OneAtATime.Name)]
public sealed class MixedPrecisionTests : IDisposable
{
    private static readonly TrainingConfig Bf16 = TestRun.Config with { Precision = PrecisionKind.Bf16, LearningRate = 1e-3 };
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(TrainingMode.Lora)]
    [InlineData(TrainingMode.Full)]
    public void Execute_Bf16_FollowsFp32AndLowersTheLoss(TrainingMode mode)
    {
        var config = Bf16 with { Mode = mode, Steps = 20, LearningRate = mode == TrainingMode.Lora ? 1e-2 : 1e-3 };
        var (full, mixed) = (Losses("full", config with { Precision = PrecisionKind.Fp32 }), Losses("mixed", config));

        Assert.All(full.Zip(mixed), pair => Assert.Equal(pair.First, pair.Second, 0.02 * pair.First));
        Assert.NotEqual(full, mixed);
        Assert.True(mixed[^1] < mixed[0] - 0.5, $"{mixed[0]} -> {mixed[^1]}");
    }

    [Theory]
    [InlineData(TrainingMode.Lora)]
    [InlineData(TrainingMode.Full)]
    public void Execute_Bf16InterruptedAndResumed_EndsWithTheBytesOfAnUninterruptedRun(TrainingMode mode)
    {
        var config = Bf16 with { Mode = mode };
        run.Execute("whole", config);
        Assert.Throws<InvalidOperationException>(() => run.Execute("broken", config, workerEvent =>
        {
            if (workerEvent is StepEvent { Step: 5 })
                throw new InvalidOperationException("killed");
        }));

        var started = Assert.IsType<StartedEvent>(run.Execute("broken", config)[0]);

        Assert.Equal((3, PrecisionKind.Bf16), (started.Step, started.Precision));
        Assert.Equal(run.FinalModel("whole"), run.FinalModel("broken"));
    }

    [Fact]
    public void Execute_AutoOnTheCpu_IsFp32ToTheBit()
    {
        run.Execute("auto", TestRun.Config with { Precision = PrecisionKind.Auto });
        run.Execute("full", TestRun.Config with { Precision = PrecisionKind.Fp32 });

        Assert.Equal(run.FinalModel("full"), run.FinalModel("auto"));
    }

    [Fact]
    public void Forward_Bf16_MultipliesInItAndGivesTheRestInFloat32()
    {
        using var scope = NewDisposeScope();
        using var trainer = new SmallTrainer(run, TestRun.Config);
        trainer.Model.Mode.Products = ScalarType.BFloat16;
        var probe = new AttentionProbe(0);

        var output = trainer.Model.Forward(trainer.Batches.Training(0), probe);
        output.LossAudio.backward();

        Tensor[] rest = [output.LossAudio, output.LossText, output.AudioHidden, output.AudioLogits, probe.Seen[0]];
        Assert.All(rest, part => Assert.Equal(ScalarType.Float32, part.dtype));
        // Logits are products of bfloat16: their values survive the way there and back.
        Assert.True(output.AudioLogits.to_type(ScalarType.BFloat16).to_type(ScalarType.Float32).Equals(output.AudioLogits));
        Assert.Equal(ScalarType.Float32, trainer.Gradient("gpt.mel_head.weight").dtype);
    }

    private double[] Losses(string output, TrainingConfig config) => [.. run.Execute(output, config).OfType<StepEvent>().Select(step => step.Loss)];
}
