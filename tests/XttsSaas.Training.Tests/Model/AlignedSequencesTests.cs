using TorchSharp;
using XttsSaas.Training.Model;

namespace XttsSaas.Training.Tests.Model;

public sealed class AlignedSequencesTests
{
    private const int Ignored = AlignedSequences.Ignored;

    private static readonly GptDimensions Dimensions = new()
    {
        Heads = 1,
        PerceiverHeads = 1,
        StartText = 261,
        StopText = 0,
        StartAudio = 1024,
        StopAudio = 1025,
        SamplesPerCode = 1024,
        TextPositions = 404,
        AudioPositions = 608,
    };

    [Fact]
    public void Of_TwoLengths_ScoresIdsAndOneStopCodesAndFourStops()
    {
        var aligned = AlignedSequences.Of(Batch([5, 6, 7], [8], [11, 12], [21], 1025, 1024), Dimensions);

        Assert.Equal([261, 5, 6, 7, 0, 261, 8, 0, 0, 0], aligned.TextInputs);
        Assert.Equal([5, 6, 7, 0, Ignored, 8, 0, Ignored, Ignored, Ignored], aligned.TextTargets);
        Assert.Equal([1024, 11, 12, 1025, 1025, 1025, 1025, 1024, 21, 1025, 1025, 1025, 1025, 1025], aligned.AudioInputs);
        Assert.Equal([11, 12, 1025, 1025, 1025, 1025, Ignored, 21, 1025, 1025, 1025, 1025, Ignored, Ignored], aligned.AudioTargets);
        Assert.Equal([false, false, false, false, true, false, false, true, true, true], aligned.MaskedText);
        Assert.Equal((6, 11), (aligned.ScoredText, aligned.ScoredAudio));
    }

    [Fact]
    public void Of_PromptRanges_IgnoresTheLastRowAloneIn256SampleUnits()
    {
        var batch = Batch([5], [6], [11, 12, 13], [21, 22, 23], 3072, 3072) with
        {
            PromptRanges = [new SampleRange(0, 100_000), new SampleRange(300, 800)],
        };

        var aligned = AlignedSequences.Of(batch, Dimensions);

        Assert.Equal([11, 12, 13, 1025, 1025, 1025, 1025, Ignored], aligned.AudioTargets[..8]);
        Assert.Equal([21, Ignored, Ignored, 1025, 1025, 1025, 1025, Ignored], aligned.AudioTargets[8..]);
    }

    [Fact]
    public void Of_ClipLongerThanTheModel_NamesWhatIsTooLong()
    {
        var exception = Assert.Throws<ArgumentException>(
            () => AlignedSequences.Of(Batch([5], [6], [1], [1], 1024 * 700, 1024), Dimensions));

        Assert.Contains("audio positions", exception.Message, StringComparison.Ordinal);
    }

    private static GptBatch Batch(int[] firstText, int[] secondText, int[] firstCodes, int[] secondCodes, int firstSamples, int secondSamples) =>
        new([firstText, secondText], [firstCodes, secondCodes], [firstSamples, secondSamples], torch.empty(0), PromptRanges: null);
}
