using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Memory;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.Tests.Runs;

namespace XttsSaas.Training.Tests.Memory;

[Collection(OneAtATime.Name)]
public sealed class MemoryBackOffTests : IDisposable
{
    private static readonly TrainingConfig Config = TestRun.Config with { BatchSize = 5, GradientAccumulation = 2, Dropout = 0 };
    private readonly TestRun run = new();

    [Theory]
    [InlineData(PromptMasking.None)]
    [InlineData(PromptMasking.Reference)]
    public void Step_SameBatchInPieces_TrainsTheSame(PromptMasking masking)
    {
        var config = Config with { PromptSource = PromptSource.OwnClip, PromptMasking = masking, InputCorruption = 0.3 };
        using var whole = new SmallTrainer(run, config);
        var expected = whole.Trainer.Step(new RunState { PieceSize = 5 }, CancellationToken.None);
        foreach (var size in (int[])[3, 2, 1])
        {
            using var pieces = new SmallTrainer(run, config);

            var actual = pieces.Trainer.Step(new RunState { PieceSize = size }, CancellationToken.None);

            Assert.Equal(expected.Losses.Text, actual.Losses.Text, 1e-5);
            Assert.Equal(expected.Losses.Audio, actual.Losses.Audio, 1e-5);
            Assert.Equal(expected.GradNorm, actual.GradNorm, 1e-4 * expected.GradNorm);
            AssertClose(whole.Weights(), pieces.Weights());
        }
    }

    [Fact]
    public void Run_TorchCannotAllocate_DoesTheSameStepInSmallerPiecesAndSaysSo()
    {
        var events = new List<WorkerEvent>();
        using var calm = new SmallTrainer(run, Config);
        using var tight = new SmallTrainer(run, Config);
        var start = new RunState { Step = 3, PieceSize = 5 };
        var expected = calm.Trainer.Step(start with { PieceSize = 2 }, CancellationToken.None);

        var (state, result) = new MemoryBackOff(5, new Collector(events)).Run(start, at =>
        {
            if (at.PieceSize > 2)
                torch.zeros(1L << 45);
            return tight.Trainer.Step(at, CancellationToken.None);
        });

        Assert.Equal((3, 2), (state.Step, state.PieceSize));
        Assert.Equal(["5 -> 3", "3 -> 2"], events.Cast<WarningEvent>().Select(Sizes));
        Assert.All(events.Cast<WarningEvent>(), warning => Assert.Equal(WorkerCodes.OutOfMemory, warning.Code));
        Assert.True(result.Accepted);
        Assert.Equal(expected.GradNorm, result.GradNorm, 1e-4);
    }

    [Fact]
    public void Run_NotEvenOneClipFits_Fails()
    {
        var backOff = new MemoryBackOff(4, new Collector([]));

        var exception = Assert.Throws<TrainingException>(() => backOff.Run<int>(new RunState { PieceSize = 4 }, _ => throw MemoryFailureTests.Full()));

        Assert.Equal(WorkerCodes.OutOfMemory, exception.Code);
    }

    [Fact]
    public void Run_OtherFault_IsNotForgiven() =>
        Assert.Throws<InvalidOperationException>(() => new MemoryBackOff(4, new Collector([])).Run<int>(new RunState { PieceSize = 4 }, _ => throw new InvalidOperationException()));

    [Fact]
    public void Execute_BatchSizeZero_TrainsTheEffectiveBatchToTheSameBytes()
    {
        var given = TestRun.Config with { BatchSize = 4, Steps = 3 };
        run.Execute("given", given);

        var events = run.Execute("auto", given with { BatchSize = 0, EffectiveBatch = 4 });

        var started = Assert.IsType<StartedEvent>(events[0]);
        Assert.Equal((4, 4), (started.BatchSize, started.PieceSize));
        Assert.Equal(run.FinalModel("given"), run.FinalModel("auto"));
    }

    public void Dispose() => run.Dispose();

    private static string Sizes(WarningEvent warning)
    {
        var words = warning.Message.Split(' ', ',');
        return $"{words[Array.IndexOf(words, "of") + 1]} -> {words[Array.IndexOf(words, "clips") - 1]}";
    }

    private static void AssertClose(Dictionary<string, float[]> expected, Dictionary<string, float[]> actual)
    {
        foreach (var (name, values) in expected)
        {
            for (var i = 0; i < values.Length; i++)
                Assert.True(Math.Abs(values[i] - actual[name][i]) < 1e-4, $"{name}[{i}]: {values[i]} and {actual[name][i]}");
        }
    }

    private sealed class Collector(List<WorkerEvent> events) : IProgress<WorkerEvent>
    {
        public void Report(WorkerEvent value) => events.Add(value);
    }
}
