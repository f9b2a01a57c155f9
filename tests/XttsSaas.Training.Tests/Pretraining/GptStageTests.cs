using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Tests.Runs;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Tests.Pretraining;

[Collection(OneAtATime.Name)]
public sealed class GptStageTests : IDisposable
{
    private static readonly GptStageConfig Config = new()
    {
        Steps = 8, BatchSize = 4, LearningRate = 3e-3, WarmupSteps = 2, PromptSeconds = 0.5, PromptsPerSpeaker = 2, Dropout = 0.1, ValidateEvery = 0, CheckpointEvery = 3,
    };

    private readonly TestCorpus corpus = new();

    public void Dispose() => corpus.Dispose();

    [Fact]
    public void Execute_FewClipsManyTimes_LearnsTheirCodesSoundAndPhonemes()
    {
        var losses = new List<IReadOnlyDictionary<string, double>>();
        corpus.Run(Config with { Steps = 120, Dropout = 0, InputCorruption = 0, BatchSize = 8 }, "out", progress =>
        {
            if (!progress.Validation)
                losses.Add(progress.Values);
        });

        var (first, last) = (losses[0], losses[^1]);
        Assert.All(["total", "codes", "mel", "pitch", "phoneme"], name =>
            Assert.True(last[name] < 0.65 * first[name], $"{name} fell from {first[name]} to {last[name]} only."));
        Assert.InRange(last["phonemeAccuracy"], 0.9, 1);
    }

    [Fact]
    public void Execute_CancelledAndRunAgain_EndsWithTheSameBytesAsAnUninterruptedRun()
    {
        var whole = corpus.Run(Config, "whole");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => corpus.Run(Config, "broken", progress =>
        {
            if (progress.Step == 5)
                stop.Cancel();
        }, stop.Token));

        var resumed = corpus.Run(Config, "broken");

        Assert.Equal(Bytes(whole, CheckpointFiles.Model), Bytes(resumed, CheckpointFiles.Model));
        Assert.NotEqual(Bytes(corpus.Start, CheckpointFiles.Model), Bytes(resumed, CheckpointFiles.Model));
    }

    [Fact]
    public void Execute_Result_IsAWholeModelThatHasNothingOfTraining()
    {
        using var result = CheckpointReader.Open(corpus.Run(Config, "out"));
        using var start = CheckpointReader.Open(corpus.Start);

        Assert.Equal(start.Model.Tensors.Keys.Order(StringComparer.Ordinal), result.Model.Tensors.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(start.Model.ReadSingle("gpt.mel_head.weight"), result.Model.ReadSingle("gpt.mel_head.weight"));
        Assert.Equal(start.Model.ReadSingle("hifigan_decoder.waveform_decoder.conv_pre.weight"), result.Model.ReadSingle("hifigan_decoder.waveform_decoder.conv_pre.weight"));
    }

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(folder, file));
}
