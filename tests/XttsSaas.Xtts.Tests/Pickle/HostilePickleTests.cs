using XttsSaas.Tests.Checkpoints;
using XttsSaas.Xtts.Pickle;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Pickle;

/// <summary>Pickles that want something done, or more than a reader should give.</summary>
public sealed class HostilePickleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("builtins", "exec")]
    [InlineData("builtins", "getattr")]
    [InlineData("__builtin__", "apply")]
    [InlineData("subprocess", "Popen")]
    [InlineData("torch.hub", "load")]
    [InlineData("torch.storage", "_load_from_bytes")]
    [InlineData("numpy.testing._private.utils", "runstring")]
    [InlineData("TTSevil", "run")]
    [InlineData("TTS.utils.io", "os.system")]
    [InlineData("xtts", "anything")]
    public void Read_CallByName_IsRefusedByNameAndByte(string module, string name)
    {
        var canary = _folder.File("canary");
        byte[][] spellings =
        [
            Prefix().Global(module, name).Raw("(").Text($"touch {canary}").Raw("tR").ToArray(),
            Prefix().Text(module).Text(name).Raw(0x93).Raw("(").Text($"touch {canary}").Raw("tR").ToArray(),
            Prefix().Raw("(").Text($"touch {canary}").Raw($"i{module}\n{name}\n").ToArray(),
            Prefix().Global(module, name).ToArray(),
        ];
        foreach (var pickle in spellings)
        {
            PthWriter.WriteArchive(_folder.File("evil.pth"), pickle);
            var error = Assert.Throws<ModelFormatException>(() => TensorFile.Open(_folder.File("evil.pth")));
            Assert.Contains($"{module}.{name}", error.Message, StringComparison.Ordinal);
            Assert.Contains("data.pkl, byte ", error.Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(canary));
    }

    [Fact]
    public void Read_ConfigurationObjects_AreSkippedWithTheirState()
    {
        var pickle = new PickleBuilder().Raw("}(").Text("config")
            .Global("TTS.tts.configs.xtts_config", "XttsConfig").Raw(")").Raw(0x81).Raw("}").Text("a").Global("coqpit.coqpit", "Coqpit").Raw("(tRsb")
            .Text("n").Number(5).Raw("u").ToArray();
        var root = Assert.IsType<PickleDict>(PickleReader.Read(pickle, "x"));
        Assert.Same(PickleOpaque.Value, root["config"]);
        Assert.Equal(5L, root["n"]);
    }

    [Fact]
    public void Read_NestedTooDeep_IsRefused()
    {
        AssertRefused(Repeat(new PickleBuilder().Raw(")"), 300, builder => builder.Raw(0x85)), "nested deeper");
        AssertRefused(Repeat(new PickleBuilder(), 300, builder => builder.Raw("(")), "nested deeper");
        AssertRefused(Repeat(Repeat(new PickleBuilder(), 300, builder => builder.Raw("]")), 299, builder => builder.Raw("a")), "nested deeper");
    }

    [Fact]
    public void Read_MoreThanItsLimits_IsRefused()
    {
        AssertRefused(Repeat(new PickleBuilder(), PickleLimits.Opcodes, builder => builder.Raw("N")), "opcodes");
        AssertRefused(new PickleBuilder().Raw("Nr").UInt32(uint.MaxValue), "memo entry");
        AssertRefused(new PickleBuilder().Raw("X").UInt32(uint.MaxValue), "a string claims");
        AssertRefused(new PickleBuilder().Raw(0x8b).UInt32(1000), "an integer claims");
        AssertRefused(new PickleBuilder().Raw("B").UInt32(1000), "cut off or damaged");
        AssertRefused(new PickleBuilder().Raw(0x80, 6), "protocol 6");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("t")]
    [InlineData("(0")]
    [InlineData("a")]
    [InlineData("N(u")]
    [InlineData("}(Nu")]
    [InlineData("h\u0007")]
    [InlineData("NNR")]
    [InlineData("NQ")]
    [InlineData("\u0097")]
    [InlineData("S'text'\n")]
    [InlineData("")]
    public void Read_Nonsense_IsRefused(string opcodes) =>
        Assert.Throws<ModelFormatException>(() => PickleReader.Read(new PickleBuilder().Raw(opcodes).ToArray(), "x"));

    [Theory]
    [InlineData(8, 0, new long[] { 3, 3 }, new long[] { 3, 1 }, "reaches to element 8")]
    [InlineData(9, 1, new long[] { 3, 3 }, new long[] { 3, 1 }, "reaches to element 9")]
    [InlineData(9, -1, new long[] { 3, 3 }, new long[] { 3, 1 }, "element -1")]
    [InlineData(9, 0, new long[] { 3, -3 }, new long[] { 3, 1 }, "from 0 up")]
    [InlineData(9, 0, new long[] { 3, 3 }, new long[] { 3, -1 }, "from 0 up")]
    [InlineData(9, 0, new long[] { 3, 3 }, new long[] { 1 }, "strides")]
    [InlineData(9, 0, new long[] { 1L << 40, 1L << 40 }, new long[] { 0, 0 }, "63 bits")]
    [InlineData(9, 0, new long[] { 1L << 40 }, new long[] { 0 }, "repeats a storage")]
    [InlineData(9, 0, new long[] { 3, 2 }, new long[] { long.MaxValue, 1 }, "63 bits")]
    [InlineData(9, 0, new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, "dimensions")]
    [InlineData(-1, 0, new long[] { 1 }, new long[] { 1 }, "persistent id")]
    public void Read_ViewThatReachesTooFar_IsRefused(long count, long offset, long[] size, long[] strides, string reason) =>
        AssertRefused(new PickleBuilder().Tensor(TensorType.F32, "0", count, offset, size, strides), reason);

    private static PickleBuilder Prefix() => new PickleBuilder().Raw("}(").Text("model");

    private static PickleBuilder Repeat(PickleBuilder builder, int count, Action<PickleBuilder> add)
    {
        for (var i = 0; i < count; i++)
            add(builder);
        return builder;
    }

    private static void AssertRefused(PickleBuilder pickle, string reason)
    {
        var error = Assert.Throws<ModelFormatException>(() => PickleReader.Read(pickle.ToArray(), "x"));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
