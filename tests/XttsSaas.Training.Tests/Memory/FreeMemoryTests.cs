using XttsSaas.Training.Memory;

namespace XttsSaas.Training.Tests.Memory;

public sealed class FreeMemoryTests : IDisposable
{
    private const long Mebibyte = 1 << 20;
    private readonly TemporaryFolder root = new();

    public FreeMemoryTests() => Write("proc/meminfo", "MemTotal: 9000 kB\nMemAvailable:    2048000 kB\n");

    [Fact]
    public void Main_NoControlGroup_IsWhatTheMachineHas() => Assert.Equal(2000 * Mebibyte, new FreeMemory(root.Path).Main());

    [Fact]
    public void Main_VersionTwoGroups_IsTheSmallestLimitOnTheWayUp()
    {
        Write("proc/self/cgroup", "0::/outer/inner\n");
        Group("sys/fs/cgroup/outer/inner", "max", used: 10);
        Group("sys/fs/cgroup/outer", $"{600 * Mebibyte}", used: 250, cached: 50);

        Assert.Equal(400 * Mebibyte, new FreeMemory(root.Path).Main());
    }

    [Fact]
    public void Main_VersionOneGroupInAContainer_IsFoundAtTheTop()
    {
        Write("proc/self/cgroup", "5:cpu:/docker/abc\n4:memory,hugetlb:/docker/abc\n0::/\n");
        Write("sys/fs/cgroup/memory/memory.limit_in_bytes", $"{300 * Mebibyte}");
        Write("sys/fs/cgroup/memory/memory.usage_in_bytes", $"{400 * Mebibyte}");
        Write("sys/fs/cgroup/memory/memory.stat", $"cache 7\ntotal_inactive_file {150 * Mebibyte}\n");

        Assert.Equal(50 * Mebibyte, new FreeMemory(root.Path).Main());
    }

    [Fact]
    public void Main_ThisMachine_IsSomethingSensible() => Assert.InRange(new FreeMemory().Main(), 1 * Mebibyte, 1L << 50);

    public void Dispose() => root.Dispose();

    private void Group(string folder, string limit, long used, long cached = 0)
    {
        Write($"{folder}/memory.max", limit);
        Write($"{folder}/memory.current", $"{used * Mebibyte}");
        Write($"{folder}/memory.stat", $"anon 1\ninactive_file {cached * Mebibyte}\n");
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(root.File(file))!);
        File.WriteAllText(root.File(file), text);
    }
}
