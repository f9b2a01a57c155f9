using System.Collections.Concurrent;
using XttsSaas.Training.Data;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Tests.Runs;

namespace XttsSaas.Training.Tests.Data;

[Collection(OneAtATime.Name)]
public sealed class BatchPrefetcherTests : IDisposable
{
    private const int Stride = 2;
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void At_InOrder_GivesTheBatchesThatAreMadeWithoutIt(int ahead)
    {
        using var trainer = new SmallTrainer(run, TestRun.Config);
        using var prefetcher = new BatchPrefetcher(trainer.Batches.Prepare, TestRun.Config.BatchSize, ahead);

        for (var position = 0L; position < 20; position += TestRun.Config.BatchSize)
        {
            var (expected, actual) = (trainer.Batches.Prepare(position), prefetcher.At(position));
            Assert.Equal(expected.Clips, actual.Clips);
            Assert.Equal(expected.Prompts, actual.Prompts);
            Assert.Equal(expected.Mels.Select(mel => mel.Values), actual.Mels.Select(mel => mel.Values));
        }
    }

    [Fact]
    public void At_JumpsAndRepeats_GivesTheBatchOfEveryPosition()
    {
        using var prefetcher = new BatchPrefetcher(Named, Stride, ahead: 2);

        foreach (var position in (long[])[0, 2, 4, 2, 2, 0, 2, 1000, 1002, 4, 7, 9])
            Assert.Equal($"{position}", prefetcher.At(position).Clips[0].Name);
    }

    [Fact]
    public void At_WhileTheStepComputes_PreparesOnlySoManyAheadOnAnotherThread()
    {
        var (order, threads) = (new ConcurrentQueue<long>(), new ConcurrentBag<int>());
        using var three = new CountdownEvent(3);
        using (var prefetcher = new BatchPrefetcher(Recorded, Stride, ahead: 2))
        {
            prefetcher.At(10);
            three.Wait();
        }

        Assert.Equal([10, 12, 14], order);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);

        ClipBatch Recorded(long position)
        {
            order.Enqueue(position);
            threads.Add(Environment.CurrentManagedThreadId);
            if (!three.IsSet)
                three.Signal();
            return Named(position);
        }
    }

    [Fact]
    public void At_StepIsDoneAgain_KeepsWhatWasPreparedBehindIt()
    {
        var order = new ConcurrentQueue<long>();
        using var three = new CountdownEvent(3);
        using var prefetcher = new BatchPrefetcher(Recorded, Stride, ahead: 3);
        prefetcher.At(0);
        three.Wait();

        prefetcher.At(0);
        prefetcher.At(2);

        Assert.Equal(2, order.Count(position => position == 0));
        Assert.Single(order, position => position == 2);

        ClipBatch Recorded(long position)
        {
            order.Enqueue(position);
            if (!three.IsSet)
                three.Signal();
            return Named(position);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void At_PreparationFails_ThrowsWhenThatBatchIsAskedForAndTriesAgain(int ahead)
    {
        var damaged = true;
        using var prefetcher = new BatchPrefetcher(
            position => position == 4 && Volatile.Read(ref damaged) ? throw new InvalidDataException("damaged") : Named(position), Stride, ahead);
        Assert.Equal("0", prefetcher.At(0).Clips[0].Name);
        Assert.Equal("2", prefetcher.At(2).Clips[0].Name);

        Assert.Equal("damaged", Assert.Throws<InvalidDataException>(() => prefetcher.At(4)).Message);

        Volatile.Write(ref damaged, false);
        Assert.Equal("4", prefetcher.At(4).Clips[0].Name);
        Assert.Equal("6", prefetcher.At(6).Clips[0].Name);
    }

    [Fact]
    public void Dispose_EndsTheThread()
    {
        var prefetcher = new BatchPrefetcher(Named, Stride, ahead: 2);
        prefetcher.At(0);
        Assert.NotEmpty(Threads());

        prefetcher.Dispose();

        AssertNoThread();
        Assert.Throws<ObjectDisposedException>(() => prefetcher.At(2));
    }

    [Fact]
    public void Execute_Cancelled_LeavesNoThread()
    {
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => run.Execute("out", TestRun.Config, workerEvent => Stop(workerEvent), stop.Token));

        AssertNoThread();

        void Stop(WorkerEvent workerEvent)
        {
            if (workerEvent is not StepEvent)
                return;
            Assert.NotEmpty(Threads());
            stop.Cancel();
        }
    }

    [Fact]
    public void Execute_RecordingVanishesDuringTheRun_FailsOnTheTrainingThread()
    {
        var failure = Record.Exception(() => run.Execute("out", TestRun.Config with { Steps = 100 }, workerEvent =>
        {
            if (workerEvent is StepEvent { Step: 2 })
                Directory.Delete(Path.Combine(run.Dataset.Folder, "wavs"), recursive: true);
        }));

        Assert.IsAssignableFrom<IOException>(failure);
        AssertNoThread();
    }

    [Fact]
    public void Execute_WithAndWithoutPrefetch_GivesTheSameBytes()
    {
        var config = TestRun.Config with { GradientAccumulation = 2, LearningRate = 1e-3 };
        run.Execute("without", config with { Prefetch = 0 });
        foreach (var ahead in (int[])[1, 2, 16])
        {
            run.Execute($"with{ahead}", config with { Prefetch = ahead });
            Assert.Equal(run.FinalModel("without"), run.FinalModel($"with{ahead}"));
        }
    }

    private static ClipBatch Named(long position) => new([new TrainingClip($"{position}", "", "", [], 1, [])], [], [], Masked: false);

    // The kernel takes a thread off its list shortly after it was joined.
    private static void AssertNoThread() => Assert.True(SpinWait.SpinUntil(() => !Threads().Any(), TimeSpan.FromSeconds(30)), "The thread is still there.");

    private static IEnumerable<string> Threads() => Directory.GetDirectories("/proc/self/task").Where(task => NameOf(task) == "batch prefetch");

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
