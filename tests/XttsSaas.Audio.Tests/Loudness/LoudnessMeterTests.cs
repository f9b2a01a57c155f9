using XttsSaas.Audio.Loudness;
using XttsSaas.Audio.Tests.Fixtures;

namespace XttsSaas.Audio.Tests.Loudness;

public sealed class LoudnessMeterTests
{
    [Fact]
    public void Measure_HalfScaleSine_HasItsTextbookLevels()
    {
        var report = LoudnessMeter.Measure(Sound.Sine(440, 1, 22_050), 22_050);

        Assert.Equal(-9.03, report.RmsDbfs, 0.02); // 20 log10(0.5 / sqrt 2)
        Assert.Equal(-6.02, report.PeakDbfs, 0.02);
        Assert.Equal(0, report.ClippedShare);
    }

    [Fact]
    public void Measure_OverdrivenSine_ReportsClipping()
    {
        var clipped = Sound.Sine(440, 1, 22_050, 2f).Select(sample => Math.Clamp(sample, -1f, 1f)).ToArray();

        Assert.InRange(LoudnessMeter.Measure(clipped, 22_050).ClippedShare, 0.6, 0.7); // 2/3 of a doubled sine lie above 1
    }

    [Fact]
    public void Measure_SpeechOverNoise_EstimatesTheRatio()
    {
        var random = new Random(5);
        var tone = Sound.Sine(440, 2, 22_050);
        for (var i = 0; i < tone.Length; i++)
            tone[i] = (i % 11_025 < 5000 ? 0 : tone[i]) + (float)((random.NextDouble() - 0.5) * 0.02);

        // tone power 0.125, noise power 0.02² / 12
        Assert.InRange(LoudnessMeter.Measure(tone, 22_050).SnrDb, 34, 38);
    }

    [Fact]
    public void Measure_SilenceOrNothing_IsTheFloor()
    {
        Assert.Equal(-100, LoudnessMeter.Measure(new float[100], 22_050).RmsDbfs);
        Assert.Equal(-100, LoudnessMeter.Measure([], 22_050).PeakDbfs);
    }
}
