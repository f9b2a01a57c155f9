using XttsSaas.Training.Lora;

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
}
