using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Tensors;

public sealed class TensorLayoutTests
{
    private static readonly XttsConfig Tiny = XttsConfig.Full with
    {
        ModelArgs = XttsConfig.Full.ModelArgs with { GptLayers = 3, GptNModelChannels = 64, GptNHeads = 4, DecoderInputDim = 64 },
    };

    [Fact]
    public void Model_FullConfiguration_IsTheOfficialStateDict() => AssertSame("xtts_v2_state_dict.tsv", TensorLayout.Model(XttsConfig.Full));

    [Fact]
    public void Model_TinyConfiguration_IsTheOfficialStateDict() => AssertSame("tiny_state_dict.tsv", TensorLayout.Model(Tiny));

    [Fact]
    public void Dvae_FullConfiguration_IsTheOfficialStateDict() => AssertSame("dvae_state_dict.tsv", TensorLayout.Dvae(XttsConfig.Full));

    [Fact]
    public void Model_MiniConfiguration_StaysSmall()
    {
        var parameters = TensorLayout.Model(XttsConfig.Mini).Sum(spec => spec.Shape.Count);
        Assert.InRange(parameters, 1_000_000, 8_000_000);
    }

    [Theory]
    [InlineData("a.weight_g", "a.parametrizations.weight.original0")]
    [InlineData("a.weight_v", "a.parametrizations.weight.original1")]
    [InlineData("a.weight", "a.weight")]
    public void Canonical_LegacySpelling_IsTranslatedBothWays(string legacy, string canonical)
    {
        Assert.Equal(canonical, TensorNames.Canonical(legacy));
        Assert.Equal(legacy, TensorNames.Legacy(canonical));
    }

    private static void AssertSame(string table, IReadOnlyList<TensorSpec> layout)
    {
        var expected = GoldenPack.Table(table).Select(row => new TensorSpec(row.Name, row.Shape, row.Type, row.Kind)).OrderBy(spec => spec.Name, StringComparer.Ordinal);
        Assert.Equal(expected, layout.OrderBy(spec => spec.Name, StringComparer.Ordinal));
    }
}
