using XttsSaas.Cli.Parity;

namespace XttsSaas.Cli.Tests.Parity;

public sealed class ParityRunTests
{
    private const string Case = "speaker_encoder_short";

    [Fact]
    public void Run_CaseOfTwoEngines_HasARowForEach()
    {
        using var pack = new AlteredPack(Case, _ => { }, test => test["name"] = "whatever");

        var report = pack.Run();

        Assert.Equal([("whatever", "onnxruntime", true), ("whatever", "torchsharp", true)], report.Cases.Select(row => (row.Name, row.Engine, row.Passed)));
        Assert.All(report.Cases, row => Assert.InRange(row.MaxAbs!.Value, 0, 1e-2));
        Assert.Equal((2, 0), (report.Passed, report.Failed));
    }

    [Fact]
    public void Run_OtherSalt_IsOtherWeights()
    {
        using var pack = new AlteredPack(Case, manifest => manifest["salt"] = "another", _ => { });

        Assert.Equal([false, false], pack.Run().Cases.Select(row => row.Passed));
    }

    [Fact]
    public void Run_KindThatNobodyKnows_Fails()
    {
        using var pack = new AlteredPack(Case, _ => { }, test => test["kind"] = "telepathy");

        var row = Assert.Single(pack.Run().Cases);

        Assert.False(row.Passed);
        Assert.Contains("telepathy", row.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutputThatNobodyComputes_Fails()
    {
        using var pack = new AlteredPack(Case, _ => { }, test => test["outputs"]!["aura"] = test["outputs"]!["fc"]!.DeepClone());

        var report = pack.Run();

        Assert.Contains("aura", Assert.Single(report.Cases, row => !row.Passed).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ConfigurationWithoutTable_SaysSo()
    {
        using var pack = new AlteredPack(Case, _ => { }, test => test["config_args"]!["gpt_layers"] = 5);

        Assert.All(pack.Run().Cases, row => Assert.Contains("state-dict table", row.Note, StringComparison.Ordinal));
    }
}
