using System.Diagnostics;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Tests.Runs;

namespace XttsSaas.Training.Tests.Worker;

[Collection(OneAtATime.Name)]
public sealed class WorkerProcessTests : IDisposable
{
    // Long enough that every test below ends the worker itself.
    private static readonly TrainingConfig Endless = TestRun.Config with { Steps = 100_000, CheckpointEvery = 2 };
    private readonly TestRun run = new();

    [Fact]
    public async Task Run_ParentClosesStandardInput_WorkerEnds()
    {
        using var worker = Start(Endless);
        await ReadUntil(worker, workerEvent => workerEvent is StepEvent);

        worker.StandardInput.Close();

        Assert.Equal(130, await ExitCode(worker));
    }

    [Fact]
    public async Task Run_KilledAndStartedAgain_GoesOnFromItsNewestCheckpoint()
    {
        CheckpointEvent last;
        using (var worker = Start(Endless))
        {
            last = (CheckpointEvent)await ReadUntil(worker, workerEvent => workerEvent is CheckpointEvent { Step: >= 4 });
            worker.Kill();
            await ExitCode(worker);
        }

        using var second = Start(Endless with { Steps = last.Step + 3 });
        var started = (StartedEvent)await ReadUntil(second, workerEvent => workerEvent is StartedEvent);
        var completed = (CompletedEvent)await ReadUntil(second, workerEvent => workerEvent is CompletedEvent);

        Assert.True(started.Step >= last.Step);
        Assert.Equal(last.Step + 3, completed.Steps);
        Assert.Equal(0, await ExitCode(second));
        Assert.Equal(2, Directory.GetFiles(run.File("out/tensorboard"), "events.out.tfevents.*").Length);
    }

    /// <summary>A kill follows a random event and so falls amid whatever the worker does then: a step, a checkpoint, the clean-up of old ones.</summary>
    [Fact]
    public async Task Run_KilledAtTwentyRandomPoints_EndsWithTheBytesOfAnUnkilledRun()
    {
        var config = TestRun.Config with { Steps = 110, CheckpointEvery = 2, ValidateEvery = 3, KeepLast = 1 };
        var random = new Random(20);
        for (var kill = 0; kill < 20; kill++)
        {
            using var worker = Start(config);
            for (var seen = random.Next(0, 9); seen >= 0; seen--)
                Assert.IsNotType<CompletedEvent>(await ReadUntil(worker, _ => true));
            worker.Kill();
            await ExitCode(worker);
        }

        using var last = Start(config);
        var started = (StartedEvent)await ReadUntil(last, workerEvent => workerEvent is StartedEvent);
        await ReadUntil(last, workerEvent => workerEvent is CompletedEvent);
        Assert.InRange(started.Step, 10, 109);
        run.Execute("whole", config);
        Assert.Equal(run.FinalModel("whole"), run.FinalModel("out"));
    }

    [Fact]
    public async Task Run_Terminated_SavesACheckpointAndSaysSo()
    {
        using var worker = Start(Endless with { CheckpointEvery = 0 });
        await ReadUntil(worker, workerEvent => workerEvent is StepEvent);

        using (var kill = Process.Start("kill", ["-TERM", $"{worker.Id}"]))
            await kill.WaitForExitAsync();
        await ReadUntil(worker, workerEvent => workerEvent is CheckpointEvent);
        var failed = (FailedEvent)await ReadUntil(worker, workerEvent => workerEvent is FailedEvent);

        Assert.Equal(WorkerCodes.Cancelled, failed.Code);
        Assert.Equal(130, await ExitCode(worker));
    }

    [Fact]
    public async Task Run_BadConfiguration_FailsWithItsFaults()
    {
        using var worker = Start(TestRun.Config with { BatchSize = 65 });

        var failed = (FailedEvent)await ReadUntil(worker, workerEvent => workerEvent is FailedEvent);

        Assert.Equal(WorkerCodes.InvalidJob, failed.Code);
        Assert.Contains("batchSize is 65", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ExitCode(worker));
    }

    [Fact]
    public async Task Run_NoJobGiven_IsWrongUsage()
    {
        using var worker = Start([]);

        Assert.Contains("usage:", await worker.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await ExitCode(worker));
    }

    public void Dispose() => run.Dispose();

    private Process Start(TrainingConfig config)
    {
        var file = run.File("job.json");
        File.WriteAllBytes(file, JobJson.Format(run.Job("out", config)));
        return Start(["--job", file]);
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "XttsSaas.TrainingWorker.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    // Every line must be an event: nothing else may reach standard output.
    private static async Task<WorkerEvent> ReadUntil(Process worker, Func<WorkerEvent, bool> wanted)
    {
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            var workerEvent = WorkerLineParser.Parse(line);
            Assert.True(workerEvent is not null and not UnknownEvent, line);
            if (wanted(workerEvent))
                return workerEvent;
        }

        Assert.Fail($"The worker ended early: {await worker.StandardError.ReadToEndAsync()}");
        throw new UnreachableException();
    }

    private static async Task<int> ExitCode(Process worker)
    {
        await worker.WaitForExitAsync();
        return worker.ExitCode;
    }
}
