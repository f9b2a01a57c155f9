using TorchSharp;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class DvaeStageTests : IDisposable
{
    private static readonly DvaeStageConfig Config = new()
    {
        Steps = 8, BatchSize = 4, LearningRate = 3e-3, WarmupSteps = 2, Frames = 16, UnquantisedShare = 0.5, ValidateEvery = 1, CheckpointEvery = 3,
    };

    private readonly TestCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    /// <summary>Without unquantised steps, the encoder learns by the straight-through gradient alone.</summary>
    [Fact]
    public void Execute_TinyModelFromAQuantisedStart_LearnsToReconstructThroughTheBook()
    {
        var end = corpus.Validations(Config with { Steps = 300, BatchSize = 8, UnquantisedShare = 0, WarmupSteps = 20, ValidateEvery = 0 }, "out").Single();

        Assert.InRange(end["mse"], 0, 0.68); // 1.25 is the variance; 0.8 and more with a book or an encoder that stays as it started
        Assert.InRange(end["l1"], 0, Math.Sqrt(end["mse"]));
        Assert.InRange(end["perplexity"], 8, 32);
        Assert.InRange(end["used"], 0.5, 1);
    }

    /// <summary>The code book starts before step 5: it is stopped before, at, and after that.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Execute_CancelledAndRunAgain_EndsWithTheSameBytesAsAnUninterruptedRun(int lastStep)
    {
        var whole = corpus.Run(Config, "whole");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => corpus.Run(Config, "broken", progress =>
        {
            if (progress.Step == lastStep)
                stop.Cancel();
        }, stop.Token));

        var resumed = corpus.Run(Config, "broken");

        Assert.Equal(Bytes(whole, CheckpointFiles.Dvae), Bytes(resumed, CheckpointFiles.Dvae));
        Assert.Equal(Bytes(corpus.Start, CheckpointFiles.Model), Bytes(resumed, CheckpointFiles.Model));
        Assert.NotEqual(Bytes(corpus.Start, CheckpointFiles.Dvae), Bytes(resumed, CheckpointFiles.Dvae));
    }

    [Fact]
    public void Execute_LastUnquantisedStep_IsFollowedByABookOfLatents()
    {
        var commitments = new List<double>();
        corpus.Run(Config, "out", progress =>
        {
            if (!progress.Validation)
                commitments.Add(progress.Values["commitment"]);
        });

        Assert.All(commitments[..4], value => Assert.Equal(0, value));
        Assert.All(commitments[4..], value => Assert.True(value > 0));
    }

    [Fact]
    public void Encode_OneClip_IsTheSameEveryTime()
    {
        using var checkpoint = CheckpointReader.Open(corpus.Run(Config, "out"));
        using var weights = GptWeights.LoadDvaeEncoder(checkpoint, torch.CPU);
        var reader = CorpusReader.Open(corpus.Folder);
        var clips = reader.Clips(CorpusSplit.Training).Select(reader.Samples).ToList();
        var codec = new AudioCodec(new DvaeEncoder(weights), checkpoint.Model.ReadSingle(TensorNames.MelStats));

        var first = codec.Encode(clips[0]);
        var others = clips.Skip(1).Select(samples => codec.Encode(samples)).ToList();

        Assert.Equal(first, codec.Encode(clips[0]));
        Assert.Contains(others, codes => !codes.SequenceEqual(first));
    }

    [Fact]
    public void Execute_ConfigurationOutOfRange_NamesEveryFault()
    {
        var broken = Config with { BatchSize = 0, Frames = 6, PoolClips = 0, ValidationClips = 0, UnquantisedShare = 1, CodebookDecay = 1, AbsoluteErrorWeight = -1, CommitmentWeight = double.NaN };

        var error = Assert.Throws<TrainingException>(() => corpus.Run(broken, "out"));

        foreach (var name in (string[])["batchSize is 0", "frames is 6", "poolClips is 0", "validationClips is 0", "unquantisedShare is 1", "codebookDecay is 1", "absoluteErrorWeight is -1", "commitmentWeight is NaN"])
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_NoClipAsLongAsASegment_SaysWhichPartAndHowLong()
    {
        var error = Assert.Throws<TrainingException>(() => corpus.Run(Config with { Frames = 400 }, "out"));

        Assert.Contains("train.jsonl has no clip of at least 102400 samples", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(folder, file));
}
