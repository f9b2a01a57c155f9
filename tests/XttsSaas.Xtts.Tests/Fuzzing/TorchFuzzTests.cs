using XttsSaas.Tests.Fuzzing;
using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Pickle;

namespace XttsSaas.Xtts.Tests.Fuzzing;

public sealed class TorchFuzzTests
{
    [Fact]
    public void Open_DamagedArchives_AreReadOrRefused() => new FuzzRun("zip").Survives<ModelFormatException>(bytes =>
    {
        using var file = TorchFile.Open("x", new MemoryBytes(bytes));
        foreach (var tensor in file.Contents)
            file.ReadBlocks(tensor.Name, _ => { });
    });
}
