using XttsSaas.Inference.Engine;

namespace XttsSaas.Inference.Tests.Engine;

public sealed class ChunkCrossfadeTests
{
    private const int Overlap = 4;

    [Theory]
    [InlineData(10, 25, 40, 40)]
    [InlineData(8, 9, 17, 30)] // grows by less than the overlap once
    [InlineData(3, 6, 7, 8)] // nothing to send before the end
    [InlineData(12, 12, 12, 12)]
    public void Next_DecodingsThatAgree_GiveTheWaveOnce(params int[] lengths)
    {
        var wave = Ramp(lengths[^1]);
        var crossfade = new ChunkCrossfade(new StreamOptions(1, Overlap));
        var chunks = lengths.SkipLast(1).Select(length => crossfade.Next(wave.AsSpan(0, length))).ToList();
        chunks.Add(crossfade.Last(wave));
        var sent = chunks.SelectMany(chunk => chunk).ToArray();
        Assert.Equal(wave.Length, sent.Length);
        Assert.All(wave.Zip(sent), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Next_DecodingsThatDiffer_FadeLinearlyFromTheOldToTheNew()
    {
        var crossfade = new ChunkCrossfade(new StreamOptions(1, Overlap));
        Assert.Equal(Constant(6, 0), crossfade.Next(Constant(10, 0)));
        float[] expected = [0, 1, 2, 3, 3, 3, 3, 3, 3, 3];
        Assert.Equal(expected, crossfade.Next(Constant(20, 3)));
        Assert.Equal([3, 3, 3, 3], crossfade.Last(Constant(20, 3)));
    }

    [Fact]
    public void Last_AsReference_KeepsTheTailBack()
    {
        var crossfade = new ChunkCrossfade(new StreamOptions(1, Overlap) { AsReference = true });
        Assert.Equal(6, crossfade.Next(Ramp(10)).Length);
        Assert.Equal(10, crossfade.Last(Ramp(20)).Length);
        Assert.Equal(4, crossfade.Last(Ramp(20)).Length); // nothing new since: now it is sent
    }

    [Fact]
    public void Next_NoOverlap_CutsWithoutFading()
    {
        var crossfade = new ChunkCrossfade(new StreamOptions(1, 0));
        Assert.Equal(Ramp(10), crossfade.Next(Ramp(10)));
        Assert.Equal(Ramp(15)[10..], crossfade.Next(Ramp(15)));
        Assert.Equal([], crossfade.Last(Ramp(15)));
    }

    private static float[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (float)i)];

    private static float[] Constant(int length, float value) => [.. Enumerable.Repeat(value, length)];
}
