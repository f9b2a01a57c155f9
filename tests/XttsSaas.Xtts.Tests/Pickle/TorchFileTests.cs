using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Pickle;

/// <summary>Files that torch itself wrote (tests/fixtures/pth/make.py).</summary>
public sealed class TorchFileTests
{
    private static readonly float[] Ramp = [.. Enumerable.Range(0, 24).Select(i => (float)i)];

    [Theory]
    [InlineData("state.pth")]
    [InlineData("state_protocol4.pth")]
    public void Open_StateDict_GivesEveryViewInRowMajorOrder(string name)
    {
        using var file = TensorFile.Open(Fixture(name));
        Assert.Equal(17, file.Contents.Count());
        AssertTensor(file, "whole", TensorType.F32, [4, 6], Ramp);
        AssertTensor(file, "row", TensorType.F32, [6], Ramp[12..18]);
        AssertTensor(file, "column", TensorType.F32, [4], [1, 7, 13, 19]);
        AssertTensor(file, "transposed", TensorType.F32, [6, 4], [.. Enumerable.Range(0, 24).Select(i => (float)(((i % 4) * 6) + (i / 4)))]);
        AssertTensor(file, "stepped", TensorType.F32, [5], [1, 6, 11, 16, 21]);
        AssertTensor(file, "expanded", TensorType.F32, [3, 4], [.. Enumerable.Repeat(7.5f, 12)]);
        AssertTensor(file, "permuted", TensorType.F64, [4, 2, 3],
            [.. from k in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 3) select (float)((i * 12) + (j * 4) + k)]);
        AssertTensor(file, "half", TensorType.F16, [3], [0.5f, -2, 65504]);
        AssertTensor(file, "brain", TensorType.BF16, [3], [1, -2, 0.375f]);
        AssertTensor(file, "scalar", TensorType.F32, [], [3.25f]);
        AssertTensor(file, "empty", TensorType.F32, [0, 5], []);
        AssertTensor(file, "parameter", TensorType.F32, [2], [1, 2]);
        AssertIntegers(file, "counter", TensorType.I64, (1L << 40) + 3);
        AssertIntegers(file, "integers", TensorType.I32, 1, -2, 3, 4);
        AssertIntegers(file, "small", TensorType.I16, -1, 2);
        AssertIntegers(file, "bytes", TensorType.U8, 0, 255);
        AssertIntegers(file, "flags", TensorType.BOOL, 1, 0, 1);
    }

    [Fact]
    public void Open_TrainerCheckpointWithObjects_GivesTheModelAlone()
    {
        using var file = TensorFile.Open(Fixture("trainer.pth"));
        Assert.Equal(
            ["xtts.0.weight", "xtts.0.bias", "xtts.1.weight", "xtts.1.bias", "xtts.1.running_mean", "xtts.1.running_var", "xtts.1.num_batches_tracked"],
            file.Contents.Select(tensor => tensor.Name));
        AssertIntegers(file, "xtts.1.num_batches_tracked", TensorType.I64, 1);
        AssertTensor(file, "xtts.1.running_var", TensorType.F32, [3], [0.9f, 0.9f, 0.9f]);
        Assert.Contains("0.weight", OfficialNames.Model(file).Keys);
    }

    [Fact]
    public void Open_BareTensor_IsNamedAfterItsFile()
    {
        using var file = TensorFile.Open(Fixture("mel_stats.pth"));
        AssertTensor(file, "mel_stats", TensorType.F32, [80], [.. Enumerable.Range(0, 80).Select(i => i / 8f)]);
    }

    [Fact]
    public void Open_WholeModule_IsRefusedByTheClassThatItNames()
    {
        var error = Assert.Throws<ModelFormatException>(() => TensorFile.Open(Fixture("module.pth")));
        Assert.Contains("torch.nn.modules.container.Sequential", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileOfOldTorch_IsRefused()
    {
        var error = Assert.Throws<ModelFormatException>(() => TensorFile.Open(Fixture("legacy.pth")));
        Assert.Contains("torch before 1.6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Speakers_AreTakenByTheirOrder()
    {
        var config = XttsConfig.Full with
        {
            ModelArgs = XttsConfig.Full.ModelArgs with { GptNModelChannels = 4, DVectorDim = 3 },
            Architecture = new ArchitectureConfig { Perceiver = new PerceiverConfig { NumLatents = 2 } },
        };
        var sources = SpeakersFile.Read(Fixture("speakers.pth"), config);
        Assert.Equal(["Ana Müller/gpt_cond_latents", "Ana Müller/speaker_embedding", "B/C/gpt_cond_latents", "B/C/speaker_embedding"], sources.Select(source => source.Name));
        using var stream = new MemoryStream();
        sources[0].WriteTo(stream);
        Assert.Equal(Enumerable.Range(0, 8).SelectMany(i => BitConverter.GetBytes((float)i)), stream.ToArray());
        Assert.Throws<ModelFormatException>(() => SpeakersFile.Read(Fixture("speakers.pth"), XttsConfig.Full));
        Assert.Throws<ModelFormatException>(() => SpeakersFile.Read(Fixture("trainer.pth"), config));
    }

    private static string Fixture(string name) => Path.Combine(GoldenPack.Folder, "..", "pth", name);

    private static TensorInfo Find(ITensorFile file, string name) => file.Contents.Single(tensor => tensor.Name == name);

    private static void AssertTensor(ITensorFile file, string name, TensorType type, long[] shape, float[] values)
    {
        Assert.Equal(new TensorInfo(name, type, new TensorShape(shape)), Find(file, name));
        Assert.Equal(values, file.ReadSingle(Find(file, name)));
        Assert.Throws<ModelFormatException>(() => file.ReadInt64(Find(file, name)));
    }

    private static void AssertIntegers(ITensorFile file, string name, TensorType type, params long[] values)
    {
        Assert.Equal(type, Find(file, name).Type);
        Assert.Equal(values, file.ReadInt64(Find(file, name)));
        Assert.Throws<ModelFormatException>(() => file.ReadSingle(Find(file, name)));
    }
}
