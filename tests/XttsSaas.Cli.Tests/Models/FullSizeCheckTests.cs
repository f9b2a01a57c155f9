using XttsSaas.Tests.Checkpoints;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Cli.Tests.Models;

/// <summary>Files of 1.9 GB with the official names and shapes, in both formats; skipped where the disk is too full for them.</summary>
public sealed class FullSizeCheckTests : IDisposable
{
    private const long NeededBytes = 4L << 30;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-full-");

    public static TheoryData<string> Formats => ["model.pth", "model.safetensors"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Check_OfficialNamesAndShapes_AreWholeUntilTheFileIsCut(string file)
    {
        var free = new DriveInfo(_folder.FullName).AvailableFreeSpace;
        Assert.SkipUnless(free >= NeededBytes, $"A full-size model needs {NeededBytes >> 30} GiB of disk; {free >> 30} GiB are free.");
        var path = Path.Combine(_folder.FullName, file);
        Write(path, ParityPack.Load(GoldenPack.Folder).ModelWeights(XttsConfig.Full));

        var whole = await CommandRun.ModelsAsync("check", path, "--json");
        using (var stream = new FileStream(path, FileMode.Open))
            stream.SetLength(stream.Length / 2);
        var cut = await CommandRun.ModelsAsync("check", path, "--json");

        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(963, whole.Json.GetProperty("files")[0].GetProperty("tensors").GetInt32());
        Assert.All((string[])["missing", "unexpected", "wrongShape", "errors"], list => Assert.Equal(0, whole.Json.GetProperty(list).GetArrayLength()));
        Assert.Equal(1, cut.ExitCode);
        Assert.Contains(file, Assert.Single(cut.Json.GetProperty("errors").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Write(string path, IReadOnlyList<TensorSource> weights)
    {
        if (path.EndsWith(".pth", StringComparison.Ordinal))
            PthWriter.Write(path, weights);
        else
            SafetensorsWriter.Write(path, weights);
    }
}
