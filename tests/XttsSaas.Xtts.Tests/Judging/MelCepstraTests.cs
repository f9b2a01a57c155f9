using XttsSaas.Xtts.Judging;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class MelCepstraTests
{
    [Fact]
    public void Of_OneCosineAcrossTheBands_IsOneCoefficient()
    {
        const int mels = 80;
        var logPower = Enumerable.Range(0, mels).Select(mel => 7 + (float)Math.Cos(Math.PI * 3 * (mel + 0.5) / mels)).ToArray();
        var cepstra = MelCepstra.Of(new MelSpectrogram(logPower, mels, 1));
        for (var order = 0; order < cepstra.Order; order++)
            Assert.Equal(order == 2 ? 0.25 : 0, cepstra[0][order], 1e-5);
    }

    [Fact]
    public void Words_OfAConstantColour_AreNothing()
    {
        var values = Enumerable.Range(0, 24 * 5).Select(i => (float)(i % 24)).ToArray();
        var words = new MelCepstra(values, 5, 24).Words();
        Assert.Equal((3, 12), (words.Frames, words.Order));
        Assert.All(words.Values, value => Assert.Equal(0, value, 1e-5));
    }
}
