using XttsSaas.Tests.Fuzzing;
using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Xtts.Tests.Fuzzing;

public sealed class SafetensorsFuzzTests
{
    [Fact]
    public void Open_DamagedFiles_AreReadOrRefused() => new FuzzRun("safetensors").Survives<ModelFormatException>(bytes =>
    {
        using var file = SafetensorsFile.Open("x", new MemoryBytes(bytes));
        foreach (var tensor in file.Contents)
            file.ReadBlocks(tensor.Name, _ => { });
    });

    /// <summary>Maps of files must go away whether or not the file could be read.</summary>
    [Fact]
    public void Open_DamagedFilesOnDisk_LeavesNoMapBehind()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("damaged");
        foreach (var corpus in (string[])["safetensors", "zip"])
        {
            var mutator = new Mutator(new FuzzRun(corpus).Seeds);
            for (var number = 0; number < 200; number++)
            {
                File.WriteAllBytes(path, mutator.Input(number));
                try
                {
                    using var file = Xtts.Tensors.TensorFile.Open(path);
                }
                catch (ModelFormatException)
                {
                    // Refused; what counts is what is left.
                }
            }
        }
        Assert.DoesNotContain(folder.Path, File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }
}
