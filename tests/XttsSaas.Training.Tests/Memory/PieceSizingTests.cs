using XttsSaas.Training.Data;
using XttsSaas.Training.Memory;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Training.Tests.Memory;

public sealed class PieceSizingTests
{
    [Theory]
    [InlineData(16, 100, 0, 1000, 7)] // seven tenths of what is free
    [InlineData(16, 100, 300, 1000, 4)]
    [InlineData(4, 100, 0, 1_000_000, 4)] // never more than the batch
    [InlineData(16, 100, 0, 10, 1)] // never less than a clip
    [InlineData(16, 100, 5000, 1000, 1)]
    [InlineData(16, 100, 0, long.MaxValue, 16)]
    public void Fit_FreeMemory_GivesWhatGoesThroughAtATime(int batch, long perClip, long reserved, long free, int expected) =>
        Assert.Equal(expected, PieceSizing.Fit(batch, perClip, reserved, free));

    // Measured by peak resident memory: what a second clip of this length adds to a step.
    [Fact]
    public void Of_OfficialModelAndItsLongestClip_IsALittleAboveWhatWasMeasured()
    {
        var clip = new TrainingClip("longest", "", "", new int[100], 255_995, new int[250]);

        Assert.InRange(ClipMemory.Of(XttsConfig.Full, [clip]) / 1e9, 2, 4);
    }
}
