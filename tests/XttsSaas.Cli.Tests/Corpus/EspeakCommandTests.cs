using XttsSaas.Tests.Corpus;

namespace XttsSaas.Cli.Tests.Corpus;

public sealed class EspeakCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DataFolder _folder = new();
    private readonly string _sentences;

    public EspeakCommandTests() => _sentences = SentenceFiles.Write(_folder.File("sentences"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Espeak_KilledHalfWay_GoesOnToTheBytesOfAnUncutRun()
    {
        var (whole, cut) = (_folder.File("whole"), _folder.File("cut"));
        var (exitCode, output, error) = await CorpusProcess.RunAsync(whole, _sentences);
        Assert.True(exitCode == ExitCodes.Done, error);

        await StartAndKillAfterTwoBlocksAsync(cut);
        Assert.False(File.Exists(Path.Combine(cut, "corpus.json")));
        var again = await CorpusProcess.RunAsync(cut, _sentences, "--workers", "1");

        Assert.True(again.ExitCode == ExitCodes.Done, again.Error);
        Assert.Equal(FolderDigest.Of(whole), FolderDigest.Of(cut));
        var report = CorpusProcess.Json(output);
        Assert.Equal(52, report.GetProperty("speakers").GetInt32());
        Assert.Equal(0.5, report.GetProperty("hours").GetDouble(), 0.003);
        Assert.Equal(Directory.GetFiles(whole, "*.jsonl").Sum(part => File.ReadLines(part).Count()), report.GetProperty("clips").GetInt32());
    }

    [Theory]
    [InlineData("'xx' is no language", "--languages", "en,xx")]
    [InlineData("hours is 0", "--hours", "0")]
    [InlineData("speakers is 1000", "--speakers", "1000")]
    [InlineData("crowd is -1", "--crowd", "-1")]
    [InlineData("'s099' is no speaker of training; there are s000 to s095", "--leads", "s001,s099")]
    [InlineData("does not exist", "--sentences", "/nowhere")]
    public async Task Espeak_RequestThatCannotBe_IsWrongUsageAndSaysWhy(string words, string option, string value)
    {
        var run = await CommandRun.CorpusAsync(["--out", _folder.File("out"), .. option == "--sentences" ? [] : new[] { "--sentences", _sentences }, option, value]);

        Assert.Equal(ExitCodes.WrongUsage, run.ExitCode);
        Assert.Contains(words, string.Join(' ', run.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Fact]
    public async Task Espeak_FolderWithOtherFiles_IsWrongUsage()
    {
        var run = await CommandRun.CorpusAsync("--out", _sentences, "--sentences", _sentences, "--languages", "en");

        Assert.Equal(ExitCodes.WrongUsage, run.ExitCode);
        Assert.Equal(2, Directory.GetFiles(_sentences).Length);
    }

    private async Task StartAndKillAfterTwoBlocksAsync(string folder)
    {
        // The journal may lie there empty: then there is a folder to watch before the run begins.
        var journal = Directory.CreateDirectory(Path.Combine(folder, "build")).FullName;
        var twoBlocks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(journal);
        watcher.Renamed += (_, renamed) =>
        {
            if (renamed.Name == "000001.json")
                twoBlocks.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        using var run = CorpusProcess.Start(folder, _sentences, "--workers", "1");
        await twoBlocks.Task.WaitAsync(Patience);
        await run.KillAsync();
    }
}
