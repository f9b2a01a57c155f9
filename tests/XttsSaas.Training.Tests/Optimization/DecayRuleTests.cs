using System.Text.Json;
using XttsSaas.Tests.Golden;
using XttsSaas.Training.Optimization;

namespace XttsSaas.Training.Tests.Optimization;

public sealed class DecayRuleTests
{
    [Fact]
    public void Applies_EveryParameterOfTheReference_IsInTheReferencesGroup()
    {
        using var groups = JsonDocument.Parse(File.ReadAllBytes(GoldenPack.PathOf("adamw_param_groups_tiny.json")));

        Assert.Equal(
            GoldenPack.Table("tiny_state_dict.tsv").Select(row => row.Name).Where(name => name.StartsWith("gpt.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Names("weight_decay_0.01").Concat(Names("weight_decay_0")).Select(name => "gpt." + name).Order(StringComparer.Ordinal));
        foreach (var name in Names("weight_decay_0.01"))
            Assert.True(DecayRule.Applies("gpt." + name), name);
        foreach (var name in Names("weight_decay_0"))
            Assert.False(DecayRule.Applies("gpt." + name), name);

        IEnumerable<string> Names(string group) => groups.RootElement.GetProperty(group).EnumerateArray().Select(name => name.GetString()!);
    }
}
