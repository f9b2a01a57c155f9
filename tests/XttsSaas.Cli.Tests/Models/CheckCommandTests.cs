using System.IO.Compression;
using XttsSaas.Tests.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Tests.Models;

public sealed class CheckCommandTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private string Model => _folder.File("model.pth");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_OfficialFolder_FindsNothingMissing()
    {
        var run = await CommandRun.ModelsAsync("check", _folder.Official, "--json");
        Assert.Equal(0, run.ExitCode);
        foreach (var list in (string[])["missing", "unexpected", "wrongShape", "errors"])
            Assert.Equal(0, run.Json.GetProperty(list).GetArrayLength());
        Assert.Equal(6, run.Json.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task Check_OneFileWithoutConfiguration_IsJudgedByItsShapes()
    {
        PthWriter.Write(Model, SeededWeights.Model(XttsConfig.Mini, 1));
        SafetensorsWriter.Write(_folder.File("odd.name"), SeededWeights.Dvae(XttsConfig.Mini, 1));
        Assert.Equal(0, (await CommandRun.ModelsAsync("check", Model)).ExitCode);
        Assert.Equal(0, (await CommandRun.ModelsAsync("check", _folder.File("odd.name"))).ExitCode);
    }

    [Fact]
    public async Task Check_MissingStrayAndMisshapenTensors_AreListed()
    {
        PthWriter.Write(Model,
        [
            .. SeededWeights.Model(XttsConfig.Mini, 1).Where(source => source.Name is not "gpt.final_norm.bias" and not "mel_stats"),
            TensorSource.Of("gpt.final_norm.bias", new TensorShape(191), new float[191]),
            TensorSource.Of("gpt.stray", new TensorShape(1), new float[1]),
        ]);
        var run = await CommandRun.ModelsAsync("check", Model, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("mel_stats", Assert.Single(run.Json.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal("gpt.stray", Assert.Single(run.Json.GetProperty("unexpected").EnumerateArray()).GetString());
        Assert.StartsWith("gpt.final_norm.bias has shape 191", Assert.Single(run.Json.GetProperty("wrongShape").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Contains("cannot be used", (await CommandRun.ModelsAsync("check", Model)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PickleThatCallsSystem_IsAnErrorAndNothingRuns()
    {
        var canary = _folder.File("canary");
        PthWriter.WriteArchive(Model, new PickleBuilder().Global("os", "system").Raw("(").Text($"touch {canary}").Raw("tR").ToArray());
        var run = await CommandRun.ModelsAsync("check", Model, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("os.system", Assert.Single(run.Json.GetProperty("errors").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(canary));
    }

    [Fact]
    public async Task Check_TruncatedFileOrZipBomb_IsAnError()
    {
        PthWriter.Write(Model, SeededWeights.Dvae(XttsConfig.Mini, 1));
        File.WriteAllBytes(Model, File.ReadAllBytes(Model)[..^40]);
        Assert.Contains("cut off", (await CommandRun.ModelsAsync("check", Model)).Output, StringComparison.Ordinal);
        File.Delete(Model);
        using (var zip = ZipFile.Open(Model, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("archive/data.pkl", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[8 << 20]);
        }
        var run = await CommandRun.ModelsAsync("check", Model);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("zip bomb", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ChangedCheckpointFolder_NamesTheFile()
    {
        var folder = BaseModels.EnsureMini(Path.Combine(_folder.Data, "models", "base"));
        Assert.Equal(0, (await CommandRun.ModelsAsync("check", "xtts-mini", "--data", _folder.Data)).ExitCode);
        File.AppendAllText(Path.Combine(folder, "vocab.json"), " ");
        var run = await CommandRun.ModelsAsync("check", "xtts-mini", "--data", _folder.Data);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("vocab.json: the SHA-256", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.ModelsAsync("check", "nothing-here", "--data", _folder.Data)).ExitCode);
    }
}
