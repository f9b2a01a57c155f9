using XttsSaas.Training.Checkpoints;

namespace XttsSaas.Training.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CheckpointStore store;

    public CheckpointStoreTests() => store = new CheckpointStore(folder.File("checkpoints"));

    [Fact]
    public void Newest_SeveralCheckpoints_GivesTheLatestStep()
    {
        Write(2);
        Write(10);
        Write(9);

        Assert.Equal(10, store.Newest()?.Step);
    }

    [Fact]
    public void Newest_LatestIsDamaged_GivesTheOneBefore()
    {
        Write(1);
        var damaged = Write(2);
        File.WriteAllText(Path.Combine(damaged.Path, CheckpointStore.WeightsFile), "weights of step X");

        Assert.Equal(1, store.Newest()?.Step);
    }

    [Fact]
    public void Newest_LatestLacksItsManifest_GivesTheOneBefore()
    {
        Write(1);
        File.Delete(Path.Combine(Write(2).Path, "manifest.json"));

        Assert.Equal(1, store.Newest()?.Step);
    }

    [Fact]
    public void Write_WriterFailsHalfWay_LeavesNoCheckpoint()
    {
        Assert.Throws<InvalidOperationException>(() => store.Write(1, target =>
        {
            File.WriteAllText(Path.Combine(target, CheckpointStore.WeightsFile), "half");
            throw new InvalidOperationException("disk full");
        }));

        Assert.Null(store.Newest());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.File("checkpoints")));
    }

    [Fact]
    public void RemoveLeftovers_FolderOfAKilledWriter_IsRemoved()
    {
        Write(1);
        Directory.CreateDirectory(folder.File("checkpoints/step-00000002.abc.tmp"));

        store.RemoveLeftovers();

        Assert.Equal("step-00000001", Path.GetFileName(Assert.Single(Directory.EnumerateDirectories(folder.File("checkpoints")))));
    }

    [Fact]
    public void Prune_ManyCheckpoints_KeepsTheNewestAndTheBest()
    {
        foreach (var step in (int[])[1, 2, 3, 4, 5])
            Write(step);

        store.Prune(keepLast: 2, 2);

        Assert.Equal([2, 4, 5], Enumerable.Range(1, 5).Where(step => store.Find(step) is not null));
    }

    public void Dispose() => folder.Dispose();

    private StepCheckpoint Write(int step) =>
        store.Write(step, target => File.WriteAllText(Path.Combine(target, CheckpointStore.WeightsFile), $"weights of step {step}"));
}
