using XttsSaas.Tests.Checkpoints;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Checkpoints;

/// <summary>Files with the official names and shapes, in both formats, whole and damaged.</summary>
public sealed class OfficialModelTests : IDisposable
{
    private static readonly ModelOrigin Origin = new("small", "test", CommercialUse: false);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_OfficialNamesAndShapes_NothingIsMissingOrUnexpectedInEitherFormat()
    {
        var weights = GoldenPack.Weights("tiny_state_dict.tsv");
        PthWriter.Write(_folder.File("model.pth"), weights);
        PthWriter.Write(_folder.File("trainer.pth"), [.. weights.Select(source => source with { Name = "xtts." + source.Name })], trainer: true);
        SafetensorsWriter.Write(_folder.File("model.safetensors"), [.. weights.Select(source => source with { Name = TensorNames.Legacy(source.Name) })]);
        float[]? first = null;
        foreach (var name in (string[])["model.pth", "trainer.pth", "model.safetensors"])
        {
            using var file = TensorFile.Open(_folder.File(name));
            var found = OfficialNames.Model(file);
            var config = ShapeConfig.Of(found, TensorLayout.Model);
            Assert.Equal(64, config.ModelArgs.GptNModelChannels);
            Assert.Empty(TensorCheck.Compare(found, TensorLayout.Model(config)).Faults);
            var values = file.ReadSingle(found["gpt.gpt.h.2.mlp.c_proj.weight"]);
            Assert.Equal(first ??= values, values);
        }
    }

    [Fact]
    public void Compare_OneMissingOneMisshapenOneStray_NamesEach()
    {
        PthWriter.Write(_folder.File("model.pth"),
        [
            .. SeededWeights.Model(XttsConfig.Mini, 1).Where(source => source.Name is not "gpt.final_norm.bias" and not "mel_stats"),
            TensorSource.Of("gpt.final_norm.bias", new TensorShape(255), new float[255]),
            TensorSource.Of("gpt.stray", new TensorShape(1), new float[1]),
        ]);
        using var file = TensorFile.Open(_folder.File("model.pth"));
        var report = TensorCheck.Compare(OfficialNames.Model(file), TensorLayout.Model(XttsConfig.Mini));
        Assert.Equal(["mel_stats"], report.Missing);
        Assert.Equal(["gpt.stray"], report.Unexpected);
        Assert.Equal(["gpt.final_norm.bias has shape 255; expected 256"], report.WrongShape);
    }

    [Fact]
    public void Model_TrainerNamesAliasesAndMasks_AreLeftOut()
    {
        string[] names =
        [
            "xtts.gpt.mel_head.bias", "xtts.dvae.codebook.embed", "torch_mel_spectrogram_dvae.mel_stft.window", "xtts.torch_mel_spectrogram_style_encoder.mel_norms",
            "gpt.gpt.wte.weight", "gpt.gpt_inference.lm_head.0.weight", "gpt.gpt.h.3.attn.bias", "gpt.gpt.h.3.attn.masked_bias", "gpt.gpt.h.3.attn.c_attn.bias", "a.weight_g",
        ];
        PthWriter.Write(_folder.File("x.pth"), [.. names.Select(name => TensorSource.Of(name, new TensorShape(1), new float[1]))]);
        using var file = TensorFile.Open(_folder.File("x.pth"));
        Assert.Equal(["gpt.mel_head.bias", "gpt.gpt.h.3.attn.c_attn.bias", "a.parametrizations.weight.original0"], OfficialNames.Model(file).Keys);
    }

    [Fact]
    public void Model_BothSpellingsOfOneTensor_IsRefused()
    {
        SafetensorsWriter.Write(_folder.File("x"), [.. new[] { "a.weight_g", "a.parametrizations.weight.original0" }.Select(name => TensorSource.Of(name, new TensorShape(1), new float[1]))]);
        using var file = TensorFile.Open(_folder.File("x"));
        Assert.Throws<ModelFormatException>(() => OfficialNames.Model(file));
    }

    [Fact]
    public void Content_OfAnOfficialFolder_BecomesACheckpointWithTheSameWeights()
    {
        var source = WriteOfficialFolder();
        using (var model = OfficialModel.Open(OfficialFiles.Find(source)))
        {
            Assert.True(CheckpointWriter.Write(_folder.File("checkpoint"), model.Content(Origin)));
            Assert.InRange(model.Bytes, 16_000_000, 80_000_000);
        }
        using var checkpoint = CheckpointReader.Open(_folder.File("checkpoint"));
        using var expected = SafetensorsFile.Open(_folder.File("expected"));
        foreach (var name in expected.Tensors.Keys)
            Assert.True(expected.Bytes(expected.Find(name)).SequenceEqual(checkpoint.Model.Bytes(checkpoint.Model.Find(name))), name);
        Assert.All(checkpoint.Model.ReadSingle("mel_stats"), value => Assert.Equal(4, value));
        Assert.Equal([0f], checkpoint.Dvae!.ReadSingle("codebook.embed_avg").Distinct());
        using var speakers = SafetensorsFile.Open(Path.Combine(checkpoint.Folder, CheckpointFiles.Speakers));
        Assert.Equal([3f], speakers.ReadSingle("Ana/speaker_embedding").Distinct());
    }

    [Fact]
    public void Open_VocabularyOfAnotherModel_IsRefused()
    {
        var source = WriteOfficialFolder();
        var other = XttsConfig.Mini with { ModelArgs = XttsConfig.Mini.ModelArgs with { GptNumberTextTokens = 7 } };
        File.WriteAllBytes(Path.Combine(source, "config.json"), other.ToJson());
        var error = Assert.Throws<ModelFormatException>(() => OfficialModel.Open(OfficialFiles.Find(source)));
        Assert.Contains("different models", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FolderWithoutConfiguration_NamesEveryMissingFile()
    {
        var error = Assert.Throws<ModelFormatException>(() => OfficialFiles.Find(_folder.Path));
        foreach (var name in (string[])["model.pth", "config.json", "vocab.json"])
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private string WriteOfficialFolder()
    {
        OfficialFolder.Write(_folder.File("official"));
        SafetensorsWriter.Write(_folder.File("expected"), OfficialFolder.Weights());
        return _folder.File("official");
    }
}
