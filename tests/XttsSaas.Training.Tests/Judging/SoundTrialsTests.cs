using XttsSaas.Training.Configuration;
using XttsSaas.Training.Judging;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Tests.Runs;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Tests.Judging;

[Collection(OneAtATime.Name)]
public sealed class SoundTrialsTests : IDisposable
{
    private readonly TestRun run = new();

    private static TrainingConfig Config { get; } = TestRun.Config with { JudgeSentences = 1, LearningRate = 1e-3 };

    [Fact]
    public void Execute_HeldOutClips_ListensToTheBaseAndToEveryCheckpoint()
    {
        var events = run.Execute("out", Config with { JudgeSentences = 2 });

        var heard = events.OfType<SoundEvent>().ToArray();
        Assert.Equal([0, 3, 6], heard.Select(sound => sound.Step));
        Assert.All(heard, sound => Assert.Equal(2, sound.Score.Sentences));
        Assert.All(heard, sound => Assert.Contains(WaveFile.Read(sound.SamplePath).Samples, sample => sample != 0));
        var completed = Assert.IsType<CompletedEvent>(events[^1]);
        var best = SoundVerdict.Best(heard.Select(sound => new SoundTrial(sound.Step, sound.Score)))!;
        Assert.Equal(best, completed.Sound!.Chosen);
        Assert.Equal(best.Step, completed.BestStep);
        Assert.Equal(heard[0].Score, completed.Sound.ZeroShot.Score);
        Assert.False(Directory.Exists(Path.Combine(run.File("out"), "sound", "candidate")));
    }

    [Fact]
    public void Execute_EarlierCheckpointSoundsBest_ExportsThatOne()
    {
        // The rate is so high that whatever was right after three steps is wrong after six.
        var events = run.Execute("out", Config with { LearningRate = 0.3, DivergenceFactor = 0 });
        run.Execute("short", Config with { LearningRate = 0.3, DivergenceFactor = 0, Steps = 3 });

        var heard = events.OfType<SoundEvent>().ToDictionary(sound => sound.Step, sound => sound.Score.Value);
        var expected = heard[3] >= heard[6] ? "short" : "out";
        Assert.Equal(heard[3] >= heard[6] ? 3 : 6, events.OfType<CompletedEvent>().Single().BestStep);
        Assert.Equal(run.FinalModel(expected), run.FinalModel("out"));
    }

    [Fact]
    public void Execute_KilledWhileListening_ListensOnTheNextStartAndEndsTheSame()
    {
        run.Execute("whole", Config);

        Assert.Throws<InvalidOperationException>(() => run.Execute("broken", Config, workerEvent =>
        {
            if (workerEvent is CheckpointEvent { Step: 3 })
                throw new InvalidOperationException("killed");
        }));
        var events = run.Execute("broken", Config);

        Assert.Equal([3, 6], events.OfType<SoundEvent>().Select(sound => sound.Step));
        Assert.Equal(0, events.OfType<CompletedEvent>().Single().Sound!.ZeroShot.Step);
        Assert.Equal(run.FinalModel("whole"), run.FinalModel("broken"));
    }

    [Fact]
    public void Execute_NoHeldOutClip_HasNoVerdict()
    {
        using var other = new TestRun(trainingClips: 2, validationClips: 0);

        var events = other.Execute("out", Config with { Steps = 1 });

        Assert.Empty(events.OfType<SoundEvent>());
        Assert.Null(events.OfType<CompletedEvent>().Single().Sound);
    }

    public void Dispose() => run.Dispose();
}
