using System.Text.Json;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Tests.Judging;

public sealed class EvalCommandTests : IDisposable
{
    private static readonly string[] Texts = ["The garden gate was open all night.", "We bought seven lemons at the market.", "Her uncle repairs old wooden boats."];
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mini_OwnSentences_ReportsEachAndTheirMeans()
    {
        var run = await CommandRun.EvalAsync("mini", "--sentences", Sentences(Texts), "--no-cloning", "--data", _folder.Data, "--json");

        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        var report = run.Json;
        var sentences = report.GetProperty("sentences").EnumerateArray().ToList();
        Assert.Equal(Texts, sentences.Select(sentence => sentence.GetProperty("text").GetString()));
        Assert.Equal(Share(sentences, "recognised"), report.GetProperty("recognised").GetDouble(), 1e-9);
        Assert.Equal(Share(sentences, "sourceRecognised"), report.GetProperty("sourceRecognised").GetDouble(), 1e-9);
        Assert.Equal(sentences.Average(sentence => sentence.GetProperty("rank").GetInt32() == 0 ? 1.0 : 0), report.GetProperty("retrieval").GetDouble(), 1e-9);
        Assert.Equal(sentences.Average(sentence => sentence.GetProperty("lengthRatio").GetDouble()), report.GetProperty("lengthRatio").GetDouble(), 1e-9);
        Assert.Equal(0, report.GetProperty("stopFailures").GetInt32());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("cloning").ValueKind);
        Assert.Equal(sentences.Average(sentence => sentence.GetProperty("similarityOwn").GetDouble()), report.GetProperty("similarityOwn").GetDouble(), 1e-9);
    }

    /// <summary>A voice that no one has trained says nothing: judged so, and by the same measures.</summary>
    [Fact]
    public async Task Checkpoint_Untrained_IsWorseThanTheShippedModel()
    {
        var untrained = _folder.File("untrained");
        CheckpointWriter.Write(untrained, BaseModels.SeededMini(3));
        string[] rest = ["--sentences", Sentences(Texts), "--no-cloning", "--data", _folder.Data, "--json"];

        var bad = (await CommandRun.EvalAsync(["checkpoint", untrained, .. rest])).Json;
        var good = (await CommandRun.EvalAsync(["mini", .. rest])).Json;

        Assert.Equal(1, good.GetProperty("retrieval").GetDouble());
        Assert.True(bad.GetProperty("retrieval").GetDouble() < 1);
        Assert.Equal(0, bad.GetProperty("recognised").GetDouble());
        Assert.True(good.GetProperty("recognised").GetDouble() > 0);
    }

    [Theory]
    [InlineData("'de' cannot be judged", "--languages", "de")]
    [InlineData("There is no speaker 's999'", "--speakers", "s999")]
    [InlineData("There is no file", "--sentences", "/nowhere.txt")]
    [InlineData("two at least are needed", "--sentences", "one")]
    [InlineData("temperature is -1", "--temperature", "-1")]
    public async Task Eval_RequestThatCannotBe_IsWrongUsageAndSaysWhy(string words, string option, string value)
    {
        var run = await CommandRun.EvalAsync("mini", option, value == "one" ? Sentences(["Alone."]) : value, "--data", _folder.Data);

        Assert.Equal(ExitCodes.WrongUsage, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Checkpoint_ThatIsNone_Fails() =>
        Assert.Equal(ExitCodes.Failed, (await CommandRun.EvalAsync("checkpoint", _folder.File("nothing"), "--data", _folder.Data)).ExitCode);

    private static double Share(List<JsonElement> sentences, string property) => sentences.Average(sentence => sentence.GetProperty(property).GetBoolean() ? 1.0 : 0);

    private string Sentences(string[] texts)
    {
        var path = _folder.File($"{texts.Length}.txt");
        File.WriteAllLines(path, texts);
        return path;
    }
}
