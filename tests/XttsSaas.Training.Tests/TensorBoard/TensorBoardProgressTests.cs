using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Training.TensorBoard;
using XttsSaas.Training.Tests.Runs;

namespace XttsSaas.Training.Tests.TensorBoard;

[Collection(OneAtATime.Name)]
public sealed class TensorBoardProgressTests : IDisposable
{
    private static readonly string[] StepTags =
        ["grad_norm", "learning_rate", "loss/audio", "loss/smoothed", "loss/text", "loss/total", "memory_mb", "tokens_per_second"];

    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Report_WholeRun_LeavesEveryScalarOfEveryStep()
    {
        var events = Execute(TestRun.Config with { ValidateEvery = 3 });

        var recorded = EventFile.ReadOnly(run.File("out/tensorboard"));
        var steps = recorded.Where(read => read.Scalars.ContainsKey("loss/total")).ToArray();
        Assert.Equal([1L, 2, 3, 4, 5, 6], steps.Select(read => read.Step));
        Assert.All(steps, read => Assert.Equal(StepTags, read.Scalars.Keys.Order(StringComparer.Ordinal)));
        var validations = recorded.Where(read => read.Scalars.ContainsKey("validation/total")).ToArray();
        Assert.Equal([0L, 3, 6], validations.Select(read => read.Step));
        Assert.All(validations, read => Assert.Equal(["validation/audio", "validation/text", "validation/total"], read.Scalars.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal((6 * 8) + (3 * 3), recorded.Sum(read => read.Scalars.Count));

        var last = events.OfType<StepEvent>().Last();
        Assert.Equal(
            new[] { last.GradNorm, last.LearningRate, last.LossMel, last.SmoothedLoss, last.LossText, last.Loss, last.MemoryMb, last.TokensPerSecond }.Select(value => (float)value),
            StepTags.Select(tag => steps[^1].Scalars[tag]));
        var validation = events.OfType<ValidationEvent>().Last();
        Assert.Equal(
            ((float)validation.LossText, (float)validation.LossMel, (float)validation.Loss),
            (validations[^1].Scalars["validation/text"], validations[^1].Scalars["validation/audio"], validations[^1].Scalars["validation/total"]));
    }

    [Fact]
    public void Report_JudgedRun_LeavesWhatEveryCheckpointSoundsLike()
    {
        var events = Execute(TestRun.Config with { JudgeSentences = 1 });

        var recorded = EventFile.ReadOnly(run.File("out/tensorboard"));
        var heard = events.OfType<SoundEvent>().ToArray();
        Assert.Equal(heard.Select(sound => ((long)sound.Step, (float)sound.Score.Value)), recorded.Where(read => read.Scalars.ContainsKey("sound/value")).Select(read => (read.Step, read.Scalars["sound/value"])));
        Assert.Equal(heard.Select(sound => File.ReadAllBytes(sound.SamplePath)), recorded.Where(read => read.Audio is not null).Select(read => read.Audio!.Encoded));
    }

    [Fact]
    public void Report_KilledAndResumedRun_StartsANewFileAtTheFirstStepThatComesAgain()
    {
        Assert.Throws<InvalidOperationException>(() => Execute(TestRun.Config, workerEvent =>
        {
            if (workerEvent is StepEvent { Step: 5 })
                throw new InvalidOperationException("killed");
        }));
        Execute(TestRun.Config);

        var files = Directory.GetFiles(run.File("out/tensorboard")).Order(StringComparer.Ordinal).Select(EventFile.Read).ToArray();
        Assert.Equal([0L, 4], files.Select(events => Assert.Single(events, read => read.Start).Step));
        Assert.Equal([[1L, 2, 3, 4, 5], [4L, 5, 6]], files.Select(events => events.Where(read => read.Scalars.ContainsKey("loss/total")).Select(read => read.Step)));
    }

    [Fact]
    public void Report_RollBack_StartsAgainInTheSameFile()
    {
        var sink = new Sink();
        using (var progress = new TensorBoardProgress(sink, run.File("out"), TimeProvider.System))
        {
            progress.Report(new StartedEvent(0, 9, "cpu", 1, 1, 1, 1, []));
            progress.Report(new RolledBackEvent(8, 5, 1, 0.5, "it wandered off"));
        }

        Assert.Equal([0L, 6], EventFile.ReadOnly(run.File("out/tensorboard")).Where(read => read.Start).Select(read => read.Step));
        Assert.Equal(2, sink.Events.Count);
    }

    [Fact]
    public void Report_RunThatNeverStarts_LeavesNoFile()
    {
        using var progress = new TensorBoardProgress(new Sink(), run.File("out"), TimeProvider.System);
        progress.Report(new FailedEvent(WorkerCodes.InvalidJob, "no"));

        Assert.False(Directory.Exists(run.File("out")));
    }

    private List<WorkerEvent> Execute(TrainingConfig config, Action<WorkerEvent>? onEvent = null)
    {
        var sink = new Sink(onEvent);
        using var progress = new TensorBoardProgress(sink, run.File("out"), TimeProvider.System);
        new TrainingRun(run.Job("out", config), progress, TimeProvider.System).Execute(CancellationToken.None);
        return sink.Events;
    }

    private sealed class Sink(Action<WorkerEvent>? onEvent = null) : IProgress<WorkerEvent>
    {
        public List<WorkerEvent> Events { get; } = [];

        public void Report(WorkerEvent value)
        {
            Events.Add(value);
            onEvent?.Invoke(value);
        }
    }
}
