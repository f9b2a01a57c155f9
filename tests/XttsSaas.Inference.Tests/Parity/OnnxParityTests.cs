using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Inference.Tests.Parity;

/// <summary>Every graph, the score processors, and speech whole and in chunks, against the reference's numbers within its own tolerances.</summary>
public sealed class OnnxParityTests(GoldenFolder golden) : IClassFixture<GoldenFolder>
{
    public static TheoryData<string> Cases => GoldenFolder.Cases(fullSize: false);

    public static TheoryData<string> FullSizeCases => GoldenFolder.Cases(fullSize: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compute_GoldenCase_GivesEveryOutputOfTheReference(string name) => AssertAnswered(name);

    [Theory]
    [MemberData(nameof(FullSizeCases))]
    public void Compute_FullSizeCase_GivesEveryOutputOfTheReference(string name)
    {
        FullSize.SkipWithoutMemory();
        AssertAnswered(name);
    }

    [Fact]
    public void Cases_OfTheFixtures_CoverEveryKind() =>
        Assert.Equal(
            golden.Engine.Kinds.Order(),
            Cases.Concat(FullSizeCases).Select(row => golden.Pack.Entries.Single(entry => entry.Name == row.Data).Kind).Distinct().Order());

    [Fact]
    public void Compute_KindOfAnotherEngine_IsRefused()
    {
        using var test = golden.Pack.Open(golden.Pack.Entries.First(entry => entry.Kind == "adamw"));
        Assert.Contains("adamw", Assert.Throws<ArgumentException>(() => golden.Engine.Compute(test)).Message, StringComparison.Ordinal);
    }

    private void AssertAnswered(string name)
    {
        using var test = golden.Open(name);
        var outputs = golden.Engine.Compute(test);
        Assert.Equal(test.Outputs.Keys.Order(), outputs.Select(output => output.Name).Order());
        Assert.All(outputs, output => Assert.Equal(output.Integers is null ? test.ExpectedShape(output.Name) : output.Shape, output.Shape));
        Assert.Equal([], outputs.Select(output => ParityComparison.Compare(test, output)).Where(verdict => !verdict.Passed));
    }
}
