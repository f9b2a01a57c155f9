using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Inference.Tests.Engine;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Tests.Export;

public sealed class OnnxExporterTests(MiniModel mini) : IClassFixture<MiniModel>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-export-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Export_UpToDate_DoesNothing() => Assert.False(OnnxExporter.Export(mini.Checkpoint, mini.Folder));

    [Fact]
    public void Export_Twice_GivesTheSameFiles()
    {
        var target = Path.Combine(_folder.FullName, "again");
        Assert.True(OnnxExporter.Export(mini.Checkpoint, target));
        foreach (var path in Directory.GetFiles(mini.Folder))
            Assert.Equal(FileDigest.Sha256(path), FileDigest.Sha256(Path.Combine(target, Path.GetFileName(path))));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void Export_AnotherCheckpoint_ReplacesTheSet()
    {
        var checkpoint = Path.Combine(_folder.FullName, "other");
        CheckpointWriter.Write(checkpoint, BaseModels.SeededMini(2));
        var target = Path.Combine(_folder.FullName, "export");
        Assert.True(OnnxExporter.Export(mini.Checkpoint, target));
        Assert.True(OnnxExporter.Export(checkpoint, target));
        Assert.NotEqual(ExportManifest.TryLoad(mini.Folder)!.Source, ExportManifest.TryLoad(target)!.Source);
        Assert.Equal(["export", "other"], _folder.GetFileSystemInfos().Select(entry => entry.Name).Order());
    }

    [Fact]
    public void Export_HalfASet_IsMadeAnew()
    {
        var target = Path.Combine(_folder.FullName, "export");
        OnnxExporter.Export(mini.Checkpoint, target);
        File.Delete(Path.Combine(target, ExportFiles.Vocoder));
        Assert.Throws<ModelFormatException>(() => XttsEngine.Load(target));
        Assert.True(OnnxExporter.Export(mini.Checkpoint, target));
        using var engine = XttsEngine.Load(target);
        Assert.Equal("xtts-mini", engine.Origin.BaseModel);
    }

    [Fact]
    public void Export_ServingSet_HasOnlyWhatSpeakingNeeds()
    {
        string[] files =
        [
            "conditioning.onnx", "config.json", "export.json", "gpt.onnx", "speaker_encoder.onnx", "tables.safetensors", "vocab.json", "vocoder.onnx", "weights.bin",
        ];
        Assert.Equal(files, Directory.GetFiles(mini.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var vocoder = new OnnxModel(Path.Combine(mini.Folder, ExportFiles.Vocoder), new EngineOptions());
        Assert.Equal(["waveform"], vocoder.Outputs);
    }

    [Fact]
    public void Export_WithProbes_AddsTwinsOverTheSameWeights()
    {
        var target = Path.Combine(_folder.FullName, "probed");
        Assert.True(OnnxExporter.Export(mini.Checkpoint, target, withProbes: true));
        Assert.False(OnnxExporter.Export(mini.Checkpoint, target, withProbes: true));
        foreach (var file in (string[])[ExportFiles.Weights, ExportFiles.Gpt, ExportFiles.Vocoder])
            Assert.Equal(FileDigest.Sha256(Path.Combine(mini.Folder, file)), FileDigest.Sha256(Path.Combine(target, file)));
        using var vocoder = new OnnxModel(Path.Combine(target, ExportFiles.Probed(ExportFiles.Vocoder)), new EngineOptions());
        Assert.Contains("conv_post_pre_tanh", vocoder.Outputs);
    }

    [Fact]
    public void Export_NotACheckpoint_IsRefused() =>
        Assert.Throws<ModelFormatException>(() => OnnxExporter.Export(_folder.FullName, Path.Combine(_folder.FullName, "export")));
}
