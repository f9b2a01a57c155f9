using XttsSaas.Training.Pretraining.Gpt;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class LengthBucketsTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 203).Select(i => (i * 37) % 101)];

    [Fact]
    public void At_OneEpoch_HasEveryClipAtMostOnceInWholeBatches()
    {
        var buckets = new LengthBuckets(Lengths, batchSize: 8, seed: 1);

        var clips = Enumerable.Range(0, buckets.PerEpoch).SelectMany(i => buckets.At(i)).ToArray();

        Assert.Equal(25, buckets.PerEpoch);
        Assert.Equal(200, clips.Distinct().Count());
        Assert.All(clips, clip => Assert.InRange(clip, 0, 202));
    }

    [Fact]
    public void At_AnyBatch_HasClipsOfLikeLength()
    {
        var buckets = new LengthBuckets(Lengths, batchSize: 8, seed: 1);

        Assert.All(Enumerable.Range(0, buckets.PerEpoch).Select(i => buckets.At(i)), batch =>
            Assert.InRange(batch.Max(clip => Lengths[clip]) - batch.Min(clip => Lengths[clip]), 0, 8));
    }

    [Fact]
    public void At_AskedInAnyOrder_GivesTheSameBatches()
    {
        var forward = new LengthBuckets(Lengths, batchSize: 8, seed: 1);
        var backward = new LengthBuckets(Lengths, batchSize: 8, seed: 1);
        long[] numbers = [0, 7, 24, 25, 49, 120];

        var expected = numbers.Select(number => forward.At(number)).ToArray();

        Assert.Equal(expected.Reverse(), numbers.Reverse().Select(number => backward.At(number)));
        Assert.NotEqual(expected[0], new LengthBuckets(Lengths, batchSize: 8, seed: 2).At(0));
        Assert.NotEqual(expected[0], expected[3]);
    }
}
