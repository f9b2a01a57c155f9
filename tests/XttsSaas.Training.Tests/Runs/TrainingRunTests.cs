using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Training.Tests.Runs;

[Collection(OneAtATime.Name)]
public sealed class TrainingRunTests : IDisposable
{
    private readonly TestRun run = new();

    [Theory]
    [InlineData(TrainingMode.Lora)]
    [InlineData(TrainingMode.Full)]
    public void Execute_InterruptedAfterItsFirstCheckpoint_EndsWithTheSameBytesAsAnUninterruptedRun(TrainingMode mode)
    {
        var config = TestRun.Config with { Mode = mode, LearningRate = 1e-3, Schedule = ScheduleKind.Cosine };
        run.Execute("whole", config);

        // Dies in step 5, two steps after the checkpoint of step 3, as a killed process would: nothing more is saved.
        Assert.Throws<InvalidOperationException>(() => run.Execute("broken", config, workerEvent =>
        {
            if (workerEvent is StepEvent { Step: 5 })
                throw new InvalidOperationException("killed");
        }));
        var events = run.Execute("broken", config);

        Assert.Equal(3, Assert.IsType<StartedEvent>(events[0]).Step);
        Assert.Equal(run.FinalModel("whole"), run.FinalModel("broken"));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(run.Base, CheckpointFiles.Model)), run.FinalModel("whole"));
    }

    [Fact]
    public void Execute_OtherSeed_EndsWithOtherBytes()
    {
        run.Execute("first", TestRun.Config with { Steps = 1 });
        run.Execute("second", TestRun.Config with { Steps = 1, Seed = 2 });

        Assert.NotEqual(run.FinalModel("first"), run.FinalModel("second"));
    }

    [Fact]
    public void Execute_WholeRun_ReportsEveryStageAndLowersTheLoss()
    {
        var events = run.Execute("out", TestRun.Config with { Steps = 20, CheckpointEvery = 10, ValidateEvery = 10, LearningRate = 1e-2 });

        var steps = events.OfType<StepEvent>().ToArray();
        Assert.Equal(Enumerable.Range(1, 20), steps.Select(step => step.Step));
        Assert.True(steps[^1].Loss < steps[0].Loss - 0.5, $"{steps[0].Loss} -> {steps[^1].Loss}");
        Assert.True(steps[^1].SmoothedLoss < steps[0].SmoothedLoss);
        Assert.Equal([0, 10, 20], events.OfType<ValidationEvent>().Select(validation => validation.Step));
        Assert.False(events.OfType<ValidationEvent>().First().Best);
        Assert.Equal([10, 20], events.OfType<CheckpointEvent>().Select(checkpoint => checkpoint.Step));
        var started = Assert.IsType<StartedEvent>(events[0]);
        Assert.Equal((5, 2, 20), (started.Clips, started.ValidationClips, started.TotalSteps));
        Assert.InRange(started.TrainableParameters, 1, started.Parameters);

        var completed = Assert.IsType<CompletedEvent>(events[^1]);
        Assert.Equal(FileDigest.Sha256(Path.Combine(completed.CheckpointPath, CheckpointFiles.Model)), completed.Sha256);
        using var result = CheckpointReader.Open(completed.CheckpointPath);
        using var original = CheckpointReader.Open(run.Base);
        Assert.Equal(original.Manifest.Origin, result.Manifest.Origin);
        Assert.NotEqual(original.Model.ReadSingle("gpt.mel_head.weight"), result.Model.ReadSingle("gpt.mel_head.weight"));
        Assert.Equal(original.Model.ReadSingle("gpt.mel_embedding.weight"), result.Model.ReadSingle("gpt.mel_embedding.weight"));
        Assert.Equal(original.Model.ReadSingle("mel_stats"), result.Model.ReadSingle("mel_stats"));
        using var adapter = SafetensorsFile.Open(completed.AdapterPath!);
        Assert.Equal("4", adapter.Metadata["rank"]);
        Assert.Equal(original.Manifest.Files[CheckpointFiles.Model], adapter.Metadata["base_sha256"]);
    }

    [Fact]
    public void Execute_LossGrowsAgain_ExportsTheBestStep()
    {
        // The rate grows until later steps make it worse; whichever step validated best must be the one that is exported.
        var events = run.Execute("out", TestRun.Config with { Steps = 12, ValidateEvery = 2, CheckpointEvery = 0, KeepLast = 1, LearningRate = 1, WarmupSteps = 12, DivergenceFactor = 0 });

        var validations = events.OfType<ValidationEvent>().Where(validation => validation.Step > 0).ToArray();
        var completed = Assert.IsType<CompletedEvent>(events[^1]);
        Assert.Equal(validations.MinBy(validation => validation.Loss)!.Step, completed.BestStep);
        Assert.NotEqual(12, completed.BestStep);
        Assert.True(Directory.Exists(Path.Combine(run.File("out"), "checkpoints", $"step-{completed.BestStep:D8}")));
    }

    [Fact]
    public void Execute_NoBetterValidation_StopsEarlyOnceAndStaysStopped()
    {
        // A rate of next to nothing: the validation loss of the second step is the best there will be, give or take the last bits.
        var config = TestRun.Config with { Steps = 100, ValidateEvery = 2, CheckpointEvery = 0, Patience = 3, LearningRate = 1e-9 };
        var events = run.Execute("out", config);

        var completed = Assert.IsType<CompletedEvent>(events[^1]);
        Assert.Equal(completed.BestStep + 6, completed.Steps);
        Assert.Equal(WorkerCodes.StoppedEarly, Assert.Single(events.OfType<WarningEvent>()).Code);

        var again = run.Execute("out", config);
        Assert.Empty(again.OfType<StepEvent>());
        Assert.Equal(completed, again[^1]);
        Assert.Equal(completed.Steps + 1, Assert.IsType<StepEvent>(run.Execute("out", config with { Patience = 4 }).OfType<StepEvent>().First()).Step);
    }

    [Fact]
    public void Execute_Cancelled_SavesTheLastFullStepAndGoesOnFromIt()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => run.Execute("out", TestRun.Config, workerEvent =>
        {
            if (workerEvent is StepEvent { Step: 2 })
                stop.Cancel();
        }, stop.Token));

        Assert.Equal(2, Assert.IsType<StartedEvent>(run.Execute("out", TestRun.Config)[0]).Step);
    }

    [Fact]
    public void Execute_FinishedRun_ReportsItsResultAgainWithoutTraining()
    {
        var first = Assert.IsType<CompletedEvent>(run.Execute("out", TestRun.Config)[^1]);

        var events = run.Execute("out", TestRun.Config);

        Assert.Empty(events.OfType<StepEvent>());
        Assert.Equal(first, events[^1]);
    }

    [Fact]
    public void Execute_OutputOfAnotherRun_Refuses()
    {
        run.Execute("out", TestRun.Config with { Steps = 1 });

        var exception = Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config with { Steps = 1, Seed = 99 }));

        Assert.Equal(WorkerCodes.InvalidJob, exception.Code);
    }

    [Fact]
    public void Execute_OutputHeldByAnotherRun_Refuses()
    {
        using var held = OutputLock.Take(run.File("out"));

        var exception = Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config));

        Assert.Equal(WorkerCodes.OutputInUse, exception.Code);
    }

    [Fact]
    public void Execute_EpochsInsteadOfSteps_CountsThemFromTheClips()
    {
        var events = run.Execute("out", TestRun.Config with { Steps = null, Epochs = 2 });

        Assert.Equal(6, Assert.IsType<StartedEvent>(events[0]).TotalSteps); // 5 clips in batches of 2: 3 steps per epoch
    }

    [Fact]
    public void Execute_SeveralFaults_ReportsAllOfThem()
    {
        var exception = Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config with { BatchSize = 65, KeepLast = 0 }));

        Assert.Equal(WorkerCodes.InvalidJob, exception.Code);
        Assert.Contains("batchSize", exception.Message, StringComparison.Ordinal);
        Assert.Contains("keepLast", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_NoUsableClip_NamesOneAndWhy()
    {
        File.WriteAllText(Path.Combine(run.Dataset.Folder, "metadata_train.csv"), "gone||hello\n");

        var exception = Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config));

        Assert.Equal(WorkerCodes.EmptyDataset, exception.Code);
        Assert.Contains("'gone': its recording is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_DamagedBase_Refuses()
    {
        File.AppendAllText(Path.Combine(run.Base, CheckpointFiles.Model), "x");

        Assert.Equal(WorkerCodes.InvalidCheckpoint, Assert.Throws<TrainingException>(() => run.Execute("out", TestRun.Config)).Code);
    }

    [Fact]
    public void Execute_OneClipOnlyAndNoValidation_TrainsAndExportsTheLastStep()
    {
        run.Dataset.WriteSplit("metadata_train.csv", 0, 1);
        File.Delete(Path.Combine(run.Dataset.Folder, "metadata_val.csv"));

        var events = run.Execute("out", TestRun.Config with { Steps = 2 });

        Assert.Equal(2, Assert.IsType<CompletedEvent>(events[^1]).BestStep);
        Assert.Empty(events.OfType<ValidationEvent>());
    }

    public void Dispose() => run.Dispose();
}
