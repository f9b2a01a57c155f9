using XttsSaas.Audio.Waveforms;

namespace XttsSaas.Audio.Tests.Waveforms;

public sealed class WaveformBuilderTests
{
    [Fact]
    public void Build_FromUnevenChunks_HasEveryBucketsExtremes()
    {
        var builder = new WaveformBuilder(10, 4);
        builder.Add([0.1f, -0.5f, 0.2f]);
        builder.Add([0.3f, 0.9f, 0.8f]);

        var peaks = builder.Build();

        Assert.Equal([-0.5f, 0.8f], peaks.Lowest);
        Assert.Equal([0.3f, 0.9f], peaks.Highest);
        Assert.Equal(0.4, peaks.BucketSeconds);
    }

    [Fact]
    public void Reduce_ToFewerBuckets_KeepsTheExtremes()
    {
        var peaks = new WaveformPeaks(1, [-1, -2, -3, -4, -5], [1, 2, 3, 4, 5]);

        var reduced = peaks.Reduce(2);

        Assert.Equal([-3f, -5f], reduced.Lowest);
        Assert.Equal([3f, 5f], reduced.Highest);
        Assert.Equal(3, reduced.BucketSeconds);
    }
}
