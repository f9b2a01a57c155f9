namespace XttsSaas.Cli.Tests.Speech;

public sealed class SynthCommandTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Synth_NothingButAText_SpeaksInTheModelsFirstVoice()
    {
        var (first, named) = (_folder.File("first.wav"), _folder.File("named.wav"));

        var run = await CommandRun.SynthAsync("The quick brown fox jumps over the lazy dog.", "--out", first, "--data", _folder.Data, "--json");
        await CommandRun.SynthAsync("The quick brown fox jumps over the lazy dog.", "--out", named, "--voice", "f2", "--data", _folder.Data);

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        Assert.InRange(run.Json.GetProperty("audioSeconds").GetDouble(), 1.5, 5);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(named));
    }

    [Fact]
    public async Task Synth_UnknownVoice_NamesThoseThereAre()
    {
        var run = await CommandRun.SynthAsync("Hello.", "--out", _folder.File("a.wav"), "--voice", "nobody", "--data", _folder.Data);

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("f2", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("a.wav")));
    }
}
