using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ThreadingTests
{
    [Fact]
    public void Process_AfterMatmul_HasNoSecondThreadPoolForBlas()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var scope = NewDisposeScope();
        _ = randn(64, 64).matmul(randn(64, 64));

        Assert.DoesNotContain(File.ReadLines("/proc/self/maps"), line => line.Contains("openblas-pthread", StringComparison.Ordinal));
    }

    [Fact]
    public void NumThreads_Set_IsRead()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }
}
