using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

/// <summary>The stand-in's own allocator of big tensors; the package has libtorch's.</summary>
[Collection(TorchCollection.Name)]
public sealed class BigTensorMemoryTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Allocations_RepeatedStep_TakesNoNewPages()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "libtorchshim.so")), "Only the stand-in keeps the pages of big tensors.");
        var before = ResidentBytes();
        var touched = Step();
        Step();
        var (resident, faults) = (ResidentBytes(), MinorFaults());

        for (var round = 0; round < 4; round++)
            Step();

        Assert.InRange(resident - before, touched / 2, 2 * touched);
        Assert.InRange(ResidentBytes() - resident, -16 * Megabyte, 16 * Megabyte);
        Assert.InRange(MinorFaults() - faults, 0, touched / Environment.SystemPageSize / 10);
    }

    [Fact]
    public void Allocations_FreedNeighbours_HoldABlockAsLongAsTheyWere()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "libtorchshim.so")), "Only the stand-in keeps the pages of big tensors.");
        ones(60 * Megabyte).Dispose();
        var resident = ResidentBytes();
        using (NewDisposeScope())
        {
            for (var i = 0; i < 15; i++)
                _ = ones(4 * Megabyte);
        }

        using var whole = ones(60 * Megabyte);

        Assert.InRange(ResidentBytes() - resident, -16 * Megabyte, 16 * Megabyte);
    }

    /// <summary>Tensors of 1 to 32 MiB that live across one another, as a forward and a backward pass have them; returns the bytes alive at most.</summary>
    private static long Step()
    {
        using var scope = NewDisposeScope();
        var kept = new Stack<Tensor>();
        var total = 0L;
        for (var i = 0; i < 32; i++)
        {
            var elements = (1 + (i * 7 % 32)) * Megabyte / 4;
            using var passing = ones(elements);
            kept.Push(passing + 1);
            total += elements * 4;
        }

        while (kept.TryPop(out var last))
        {
            using var gradient = last * 2;
            last.Dispose();
        }

        return total;
    }

    private static long ResidentBytes() =>
        long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;

    /// <summary>Pages that this process was given without reading a disk; the tenth field of proc(5)'s stat, counted behind the name in brackets.</summary>
    private static long MinorFaults()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[7], CultureInfo.InvariantCulture);
    }
}
