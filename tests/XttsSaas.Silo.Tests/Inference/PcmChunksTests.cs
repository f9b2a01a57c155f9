using XttsSaas.Silo.Inference;

namespace XttsSaas.Silo.Tests.Inference;

public sealed class PcmChunksTests
{
    [Fact]
    public void Cut_TwoAndAHalfSeconds_IsThreeChunksOfWhichTheLastDelivers()
    {
        var chunks = PcmChunks.Cut(new float[60_000], 10, 42).ToArray();

        Assert.Equal(new[] { 48_000, 48_000, 24_000 }, chunks.Select(c => c.Pcm.Length));
        Assert.Equal(new[] { 10, 10, 42 }, chunks.Select(c => c.CharactersDelivered));
    }

    [Fact]
    public void Cut_Samples_IsPcm16LittleEndianWithoutOverflow()
    {
        var pcm = Assert.Single(PcmChunks.Cut([0f, 2f, -2f], 0, 1)).Pcm;

        Assert.Equal(new short[] { 0, short.MaxValue }, new[] { BitConverter.ToInt16(pcm, 0), BitConverter.ToInt16(pcm, 2) });
        Assert.True(BitConverter.ToInt16(pcm, 4) <= -short.MaxValue);
    }
}
