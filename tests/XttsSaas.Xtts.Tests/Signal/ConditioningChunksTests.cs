using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Signal;

public sealed class ConditioningChunksTests
{
    [Fact]
    public void Of_RestOfAThirdOfASecond_IsAChunkOfItsOwn() =>
        Assert.Equal([0..300, 300..600, 600..633], ConditioningChunks.Of(633, 100, totalSeconds: 30, chunkSeconds: 3));

    [Fact]
    public void Of_ShorterRest_IsLeftOut() =>
        Assert.Equal([0..300, 300..600], ConditioningChunks.Of(632, 100, totalSeconds: 30, chunkSeconds: 3));

    [Fact]
    public void Of_MoreThanTheTotal_StopsThere() =>
        Assert.Equal([0..200, 200..400, 400..500], ConditioningChunks.Of(900, 100, totalSeconds: 5, chunkSeconds: 2));

    [Fact]
    public void Of_NothingLongEnough_SaysHowLongItIs() =>
        Assert.Contains("0.30 s", Assert.Throws<ArgumentException>(() => ConditioningChunks.Of(30, 100, 30, 3)).Message, StringComparison.Ordinal);
}
