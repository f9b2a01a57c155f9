using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Tests.Runs;

[Collection(OneAtATime.Name)]
public sealed class RollbackTests : IDisposable
{
    // The rate climbs until the loss explodes, more than once.
    private static readonly TrainingConfig Climbing = TestRun.Config with
    {
        Steps = 32, CheckpointEvery = 5, LearningRate = 0.7, WarmupSteps = 16, DivergenceFactor = 1.1, MaxRollbacks = 10,
    };

    private readonly TestRun run = new();

    [Theory]
    [InlineData(TrainingMode.Lora, 0.3)]
    [InlineData(TrainingMode.Full, 1.0)]
    public void Execute_DivergesBeforeItsFirstGoodCheckpoint_StartsAgainFromTheBaseWithHalfTheRate(TrainingMode mode, double rate)
    {
        var events = run.Execute("out", TestRun.Config with { Mode = mode, Steps = 14, CheckpointEvery = 0, LearningRate = rate, MaxRollbacks = 10 });

        var rolledBack = events.OfType<RolledBackEvent>().ToArray();
        Assert.NotEmpty(rolledBack);
        Assert.All(rolledBack, back => Assert.Equal(0, back.Step));
        Assert.Equal(rolledBack.Select((_, i) => Math.Pow(0.5, i + 1)), rolledBack.Select(back => back.RateScale));
        var firsts = events.OfType<StepEvent>().Where(step => step.Step == 1).ToArray();
        Assert.Equal(rolledBack.Length + 1, firsts.Length);
        Assert.All(firsts, first => Assert.Equal(firsts[0].Loss, first.Loss));
        Assert.Equal(rate / 2, firsts[1].LearningRate, 12);
        Assert.IsType<CompletedEvent>(events[^1]);
    }

    [Fact]
    public void Apply_DivergesAgainAndAgainFromOneCheckpoint_StartsAfreshFromTheBase()
    {
        using var trainer = new SmallTrainer(run, TestRun.Config);
        var atStart = trainer.Weights();
        var state = new RunState { PieceSize = 2 };
        state = state.After(trainer.Trainer.Step(state, CancellationToken.None)) with { Step = 5, GoodStep = 5 };
        var atGood = trainer.Weights();
        var checkpoints = trainer.Checkpoints(run.File("checkpoints"));
        checkpoints.Save(state);
        var rollback = trainer.Rollback(checkpoints, TestRun.Config with { MaxRollbacks = 10 });

        for (var returns = 1; returns <= Rollback.MaxReturns; returns++)
        {
            trainer.Trainer.Step(state, CancellationToken.None);
            state = rollback.Apply(state with { Step = 8 }, "it grew");
            Assert.Equal((5, returns), (state.Step, state.Rollbacks));
            Assert.Equal(atGood, trainer.Weights());
        }

        state = rollback.Apply(state with { Step = 8 }, "it grew");

        Assert.Equal((0, 0, Rollback.MaxReturns + 1), (state.Step, state.GoodStep, state.Rollbacks));
        Assert.Equal(atStart, trainer.Weights());
    }

    [Fact]
    public void Execute_RollBacksUsedUp_FailsWithTheCause()
    {
        var seen = new List<WorkerEvent>();

        var exception = Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config with { Steps = 100, LearningRate = 1, MaxRollbacks = 1 }, seen.Add));

        Assert.Equal(WorkerCodes.Diverged, exception.Code);
        Assert.Contains("far above its best of", exception.Message, StringComparison.Ordinal);
        Assert.Contains("rolled back 1 time(s)", exception.Message, StringComparison.Ordinal);
        Assert.Single(seen.OfType<RolledBackEvent>());
    }

    [Fact]
    public void Execute_KilledAroundItsRollBacks_EndsWithTheSameBytesAsAnUnkilledRun()
    {
        var whole = run.Execute("whole", Climbing).OfType<RolledBackEvent>().ToArray();
        Assert.True(whole.Length >= 2 && whole.Any(back => back.Step > 0), $"{whole.Length} roll-backs");

        Func<WorkerEvent, bool>[] kills =
        [
            workerEvent => workerEvent is StepEvent { Step: 8 }, // on the way into the first divergence
            workerEvent => workerEvent is RolledBackEvent,
            workerEvent => workerEvent is StepEvent { Step: 7 }, // with the new rate
            workerEvent => workerEvent is RolledBackEvent,
        ];
        foreach (var kill in kills)
        {
            Assert.Throws<InvalidOperationException>(() => run.Execute("killed", Climbing, workerEvent =>
            {
                if (kill(workerEvent))
                    throw new InvalidOperationException("killed");
            }));
        }

        run.Execute("killed", Climbing);

        Assert.Equal(run.FinalModel("whole"), run.FinalModel("killed"));
    }

    public void Dispose() => run.Dispose();
}
