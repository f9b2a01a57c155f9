using XttsSaas.Training.Lora;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Lora;

public sealed class TargetPatternTests
{
    [Theory]
    [InlineData("gpt.gpt.h.*.attn.c_attn", "gpt.gpt.h.12.attn.c_attn.weight", true)]
    [InlineData("gpt.transformer.h.*.attn.c_attn", "gpt.gpt.h.0.attn.c_attn.weight", true)]
    [InlineData("mlp.c_fc", "gpt.gpt.h.3.mlp.c_fc.weight", true)]
    [InlineData("c_proj", "gpt.gpt.h.3.mlp.c_proj.weight", true)]
    [InlineData("gpt.mel_head.weight", "gpt.mel_head.weight", true)]
    [InlineData("*", "gpt.mel_head.weight", true)]
    [InlineData("gpt.gpt.h.1.*", "gpt.gpt.h.11.attn.c_attn.weight", false)]
    [InlineData("_fc", "gpt.gpt.h.3.mlp.c_fc.weight", false)]
    [InlineData("attn.c_proj", "gpt.gpt.h.3.mlp.c_proj.weight", false)]
    [InlineData("gpt.gpt.h", "gpt.gpt.h.3.mlp.c_proj.weight", false)]
    [InlineData("a*b*c", "x.aXbYbZc.weight", true)]
    [InlineData("a*b*c", "x.aXbYbZ.weight", false)]
    public void Matches_PatternAndName_AsExpected(string pattern, string name, bool expected) =>
        Assert.Equal(expected, new TargetPattern(pattern).Matches(name));

    [Theory]
    [InlineData("gpt.gpt.h.*.attn.c_attn", 30)]
    [InlineData("gpt.transformer.h.*.mlp.c_proj", 30)]
    [InlineData("attn.c_proj", 30)]
    [InlineData("text_head", 1)]
    public void Matches_TensorsOfTheOfficialModel_CoversEveryBlock(string pattern, int matrices) =>
        Assert.Equal(matrices, TensorLayout.Model(XttsConfig.Full).Count(spec => spec.Name.EndsWith(".weight", StringComparison.Ordinal) && new TargetPattern(pattern).Matches(spec.Name)));

    [Theory]
    [InlineData("gpt.gpt.h.40.attn.c_attn", "gpt.gpt.h.*.attn.c_attn")]
    [InlineData("gpt.transformer.h.*.atn.c_attn", "gpt.gpt.h.*.attn.c_attn")]
    [InlineData("c_cf", "c_fc")]
    [InlineData("mel_hed", "mel_head")]
    public void Nearest_PatternWithoutAMatrix_IsWhatWasMeant(string pattern, string expected)
    {
        string[] names = ["gpt.gpt.h.0.attn.c_attn.weight", "gpt.gpt.h.1.mlp.c_fc.weight", "gpt.mel_head.weight"];

        Assert.Equal(expected, new TargetPattern(pattern).Nearest(names));
    }
}
