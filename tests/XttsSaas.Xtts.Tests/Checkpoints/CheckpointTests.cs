using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EnsureMini_CalledByManyAtOnce_MakesOneVerifiedCheckpoint()
    {
        var folders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BaseModels.EnsureMini(_folder.Path))));
        var folder = Assert.Single(folders.Distinct());
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
        using var checkpoint = CheckpointReader.Open(folder);
        Assert.Equal("xtts-mini", checkpoint.Manifest.Origin.BaseModel);
        Assert.True(checkpoint.Manifest.Origin.CommercialUse);
        Assert.NotNull(checkpoint.Dvae);
        Assert.Equal(TensorLayout.Model(XttsConfig.Mini).Count, checkpoint.Model.Tensors.Count);
    }

    [Fact]
    public void EnsureMini_ShippedModel_HasTheConfigurationAndAVocabularyOfItsOwnAndVoices()
    {
        var folder = BaseModels.EnsureMini(_folder.Path);

        Assert.Equal(XttsConfig.Mini.ToJson(), File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Config)));
        Assert.Equal(MiniVocabulary.ToJson(), File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Vocabulary)));
        using var voices = SafetensorsFile.Open(Path.Combine(folder, CheckpointFiles.Speakers));
        Assert.Contains("f2/speaker_embedding", voices.Tensors.Keys);
        Assert.InRange(new DirectoryInfo(folder).GetFiles().Sum(file => file.Length), 1, 30_000_000);
    }

    [Fact]
    public void EnsureMini_FolderOfAnOlderVersion_IsReplaced()
    {
        var folder = Path.Combine(_folder.Path, BaseModels.MiniName);
        CheckpointWriter.Write(folder, BaseModels.SeededMini(1));
        var old = File.ReadAllText(Path.Combine(folder, CheckpointFiles.Manifest));

        Assert.Equal(folder, BaseModels.EnsureMini(_folder.Path));

        Assert.NotEqual(old, File.ReadAllText(Path.Combine(folder, CheckpointFiles.Manifest)));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
        using var checkpoint = CheckpointReader.Open(folder);
    }

    [Fact]
    public void EnsureMini_Twice_GivesTheSameBytes()
    {
        var first = BaseModels.EnsureMini(_folder.File("a"));
        var second = BaseModels.EnsureMini(_folder.File("b"));
        Assert.Equal(File.ReadAllText(Path.Combine(first, CheckpointFiles.Manifest)), File.ReadAllText(Path.Combine(second, CheckpointFiles.Manifest)));
    }

    [Theory]
    [InlineData(CheckpointFiles.Model)]
    [InlineData(CheckpointFiles.Dvae)]
    [InlineData(CheckpointFiles.Config)]
    [InlineData(CheckpointFiles.Vocabulary)]
    public void Open_OneByteChanged_IsRefusedByName(string file)
    {
        var path = Path.Combine(BaseModels.EnsureMini(_folder.Path), file);
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<ModelFormatException>(() => CheckpointReader.Open(Path.GetDirectoryName(path)!));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileMissing_IsRefusedByName()
    {
        var folder = BaseModels.EnsureMini(_folder.Path);
        File.Delete(Path.Combine(folder, CheckpointFiles.Dvae));
        var error = Assert.Throws<ModelFormatException>(() => CheckpointReader.Open(folder));
        Assert.Contains(CheckpointFiles.Dvae, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TensorsThatDoNotFit_AreAllListed()
    {
        var content = BaseModels.SeededMini(1);
        var folder = _folder.File("odd");
        CheckpointWriter.Write(folder, content with
        {
            Dvae = null,
            Model =
            [
                .. content.Model.Where(tensor => tensor.Name is not "mel_stats" and not "gpt.final_norm.bias"),
                TensorSource.Of("gpt.final_norm.bias", new TensorShape(1), new float[1]),
                TensorSource.Of("stray", new TensorShape(1), new float[1]),
            ],
        });
        var error = Assert.Throws<ModelFormatException>(() => CheckpointReader.Open(folder));
        foreach (var fault in (string[])["mel_stats is missing", "gpt.final_norm.bias has shape 1; expected 256", "stray is unexpected"])
            Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FolderExists_LeavesItAlone()
    {
        var folder = BaseModels.EnsureMini(_folder.Path);
        var before = File.ReadAllText(Path.Combine(folder, CheckpointFiles.Manifest));
        Assert.False(CheckpointWriter.Write(folder, BaseModels.SeededMini(2)));
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder, CheckpointFiles.Manifest)));
    }
}
