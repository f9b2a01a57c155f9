using System.Reflection;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Tests.Training;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TrainingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_YamlFile_GivesACheckpointAndOneJsonDocument()
    {
        var file = _folder.Write("run.yaml", """
            # relative paths start here
            base: base
            dataset: "dataset"
            output: out
            mode: lora
            steps: 3
            learningRate: 5e-3
            device: cpu
            validateEvery: 2
            lora:
              rank: 2
              targets: [mlp.c_fc, text_head]
            """);

        var run = await CommandRun.TrainAsync(CancellationToken.None, "--config", file, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal("out", run.Json.GetProperty("session").GetString());
        Assert.Equal(3, run.Json.GetProperty("steps").GetInt32());
        Assert.InRange(run.Json.GetProperty("bestStep").GetInt32(), 2, 3);
        Assert.Equal(3, run.Json.GetProperty("losses").GetProperty("lastTraining").GetProperty("step").GetInt32());
        Assert.Equal(0, run.Json.GetProperty("losses").GetProperty("baseValidation").GetProperty("step").GetInt32());
        var checkpoint = run.Json.GetProperty("checkpoint").GetString()!;
        Assert.Equal(FileDigest.Sha256(Path.Combine(checkpoint, CheckpointFiles.Model)), run.Json.GetProperty("sha256").GetString());
        var evaluation = run.Json.GetProperty("evaluation");
        Assert.Equal(2, evaluation.GetProperty("clips").GetInt32());
        Assert.True(evaluation.GetProperty("loss").GetDouble() < evaluation.GetProperty("baseLoss").GetDouble());
        Assert.Contains("4 clips, 2 for validation", run.Error, StringComparison.Ordinal);
        Assert.Contains("on cpu in Fp32", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_FaultyFile_NamesEveryFaultAtOnce()
    {
        var file = _folder.Write("run.yaml", "base: base\ndataset: nowhere\nbatchSize: two\nlearnRate: 1\nmode: Half\nkeepLast: 0\nlora: {rank: 0, alfa: 3}\n");

        var run = await CommandRun.TrainAsync(CancellationToken.None, "--config", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(
            [
                $"{file} has 9 fault(s):",
                "  batchSize is \"two\"; must be a whole number",
                "  learnRate is no setting; did you mean learningRate?",
                "  mode is \"Half\"; must be Full or Lora",
                "  lora.alfa is no setting; did you mean lora.alpha?",
                "  exactly one of steps and epochs must be set",
                "  keepLast is 0; must be 1–100",
                "  lora.rank is 0; must be 1–256",
                $"  dataset is {_folder.File("nowhere")}; must be a folder with wavs/ and metadata_train.csv",
                "  output is missing; give a folder in the file or with --output",
            ],
            run.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("run.json", "{ \"steps\": 1, \"steps\": 2 }", "steps")]
    [InlineData("run.json", "[1]", "a group of settings")]
    [InlineData("run.yaml", "steps: 1\nsteps: 2\n", "steps")]
    [InlineData("run.yaml", "a: &x [*x]\n", "anchors")]
    [InlineData("run.yaml", "steps: 1\n---\nsteps: 2\n", "second document")]
    [InlineData("run.yaml", "dataset: {a: 1}\n", "dataset is {\"a\":1}; must be text")]
    public async Task Train_UnreadableFile_SaysWhatAndWhere(string name, string text, string reason)
    {
        var run = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.Write(name, text));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OutputInUse_IsRefusedAndResumeGoesOn()
    {
        var file = _folder.WriteRun(steps: 2);
        Assert.Equal(0, (await CommandRun.TrainAsync(CancellationToken.None, "--config", file)).ExitCode);

        var again = await CommandRun.TrainAsync(CancellationToken.None, "--config", file);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("add --resume", again.Error, StringComparison.Ordinal);

        var other = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.WriteRun(steps: 2, more: ", \"seed\": 7"));
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("holds another run", other.Error, StringComparison.Ordinal);
        var forced = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.WriteRun(steps: 2, more: ", \"seed\": 7"), "--resume");
        Assert.Equal(1, forced.ExitCode);

        var longer = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.WriteRun(steps: 4), "--resume", "--json");
        Assert.Equal((0, 4), (longer.ExitCode, longer.Json.GetProperty("steps").GetInt32()));
        Assert.Equal(1, longer.Json.GetProperty("losses").GetProperty("firstTraining").GetProperty("step").GetInt32());
        Assert.Contains("Going on after step 2", longer.Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder.File("out/tensorboard"), "events.out.tfevents.*").Length);
    }

    [Fact]
    public async Task Train_FolderOfOtherFiles_IsRefused()
    {
        Directory.CreateDirectory(_folder.File("out"));
        File.WriteAllText(_folder.File("out/letter.txt"), "mine");

        var run = await CommandRun.TrainAsync(CancellationToken.None, "--config", _folder.WriteRun(), "--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no run", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_PresetFileWithPathsFromTheShell_Runs()
    {
        var root = typeof(TrainCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

        var run = await CommandRun.TrainAsync(
            CancellationToken.None, "--config", Path.Combine(root, "configs", "smoke.json"), "--base", _folder.File("base"), "--dataset", _folder.File("dataset"), "--output", _folder.File("out"), "--json");

        Assert.Equal((0, 10), (run.ExitCode, run.Json.GetProperty("steps").GetInt32()));
    }
}
