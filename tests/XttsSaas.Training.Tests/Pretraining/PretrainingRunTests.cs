using System.Text;
using System.Text.Json;
using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Runs;
using XttsSaas.Training.Tests.Runs;
using XttsSaas.Training.Tests.TensorBoard;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Tests.Pretraining;

[Collection(OneAtATime.Name)]
public sealed class PretrainingRunTests : IDisposable
{
    private static readonly DvaeStageConfig Stage = new() { Steps = 4, BatchSize = 2, LearningRate = 1e-3, WarmupSteps = 1, Frames = 16, ValidateEvery = 0, CheckpointEvery = 2 };
    private readonly TestCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void Execute_FinishedStage_IsNotRunAgain()
    {
        corpus.Run(Stage, "out");

        corpus.Run(Stage, "out", _ => Assert.Fail("A finished stage was run again."));
    }

    [Fact]
    public void Execute_CheckpointOfAnotherConfiguration_IsRefusedByName()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => corpus.Run(Stage, "out", _ => stop.Cancel(), stop.Token));

        var refused = Assert.Throws<TrainingException>(() => corpus.Run(Stage with { LearningRate = 2e-3 }, "out"));

        Assert.Contains("another configuration", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_TwoStages_TheSecondStartsFromTheFirst()
    {
        var recipe = new Recipe { Model = "test", Corpus = corpus.Folder, Output = corpus.Output("out"), Start = corpus.Start, Stages = [Stage, Stage with { Name = "again" }] };

        var final = new PretrainingRun(recipe, TimeProvider.System, new Progress<StageProgress>(), _ => { }).Execute(CancellationToken.None);

        Assert.Equal(Path.Combine(recipe.Output, "2-again", "result"), final);
        var dvae = new[] { corpus.Start, Path.Combine(recipe.Output, "1-dvae", "result"), final }
            .Select(folder => Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder, CheckpointFiles.Dvae)))).Distinct();
        Assert.Equal(3, dvae.Count());
    }

    [Fact]
    public void Execute_StoppedAndRunAgain_LeavesTheStagesCurvesForTensorBoard()
    {
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => corpus.Run(Stage, "out", progress => Stop(progress, stop), stop.Token));
        corpus.Run(Stage, "out");

        var files = Directory.GetFiles(Path.Combine(corpus.Output("out"), "1-dvae", "tensorboard")).Order(StringComparer.Ordinal).Select(EventFile.Read).ToArray();
        Assert.Equal([1L, 4], files.Select(events => Assert.Single(events, read => read.Start).Step));
        Assert.Equal([1L, 2, 3, 4], files.SelectMany(events => events).Where(read => read.Scalars.ContainsKey("learning_rate")).Select(read => read.Step));
        Assert.Contains(files[1], read => read.Step == 4 && read.Scalars.Keys.Any(tag => tag.StartsWith("validation/", StringComparison.Ordinal)));

        static void Stop(StageProgress progress, CancellationTokenSource stop)
        {
            if (progress.Step == 3)
                stop.Cancel();
        }
    }

    [Fact]
    public void Parse_UnknownSetting_IsNamed()
    {
        var json = """{ "model": "m", "corpus": "c", "output": "o", "stages": [ { "stage": "gpt", "steps": 1, "batchSize": 1, "learningRate": 1, "stepz": 3 } ] }""";

        var fault = Assert.Throws<JsonException>(() => RecipeJson.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Contains("stepz", fault.Message, StringComparison.Ordinal);
    }
}
