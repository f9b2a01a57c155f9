using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Signal;

public sealed class ExcitationTests
{
    private const int Hop = 256;
    private const int SampleRate = 24_000;

    [Theory]
    [InlineData(93.7f)]
    [InlineData(311.1f)]
    public void Of_SteadyPitch_IsTheSumOfItsHarmonics(float hertz)
    {
        var octaves = MathF.Log2(hertz);
        var pulses = Excitation.Of(Steady(octaves, 12), Hop, SampleRate).AsSpan(0, 12 * Hop);

        var exact = Math.Pow(2, octaves);
        var harmonics = (int)(Excitation.HighestHarmonic / exact);
        for (var sample = 0; sample < pulses.Length; sample += 7)
        {
            var sum = Enumerable.Range(1, harmonics).Sum(k => Math.Cos(2 * Math.PI * k * exact * sample / SampleRate));
            Assert.Equal(sum * Math.Sqrt(2.0 / harmonics), pulses[sample], 2e-3);
        }
    }

    [Fact]
    public void Of_GlidingPitch_IsHeardAsThatPitch()
    {
        float[] octaves = [.. Enumerable.Range(0, 100).Select(frame => 7 + (frame / 100f))];

        var contour = new PitchTracker(new PitchSettings(SampleRate, (double)Hop / SampleRate)).Track(Excitation.Of(octaves, Hop, SampleRate).AsSpan(0, 100 * Hop));

        for (var frame = 5; frame < 95; frame++)
            Assert.Equal(octaves[frame], MathF.Log2(contour.Hertz[frame]), 0.03);
    }

    [Fact]
    public void Of_PulsesAndNoise_HaveUnitPower()
    {
        var excitation = Excitation.Of(Steady(7.5f, 256), Hop, SampleRate);

        Assert.Equal(1, Power(excitation.AsSpan(0, 256 * Hop)), 0.02);
        Assert.Equal(1, Power(excitation.AsSpan(256 * Hop)), 0.02);
    }

    [Fact]
    public void Of_UnvoicedFrames_HaveNoPulsesAndDoNotMoveThePhase()
    {
        float[] pitch = [7.3f, 0, 0, 7.3f];

        var pulses = Excitation.Of(pitch, Hop, SampleRate).AsSpan(0, 4 * Hop);

        Assert.All(pulses[Hop..(3 * Hop)].ToArray(), value => Assert.Equal(0, value));
        var steady = Excitation.Of(Steady(7.3f, 2), Hop, SampleRate).AsSpan(0, 2 * Hop);
        Assert.Equal(steady[..Hop], pulses[..Hop]);
        Assert.Equal(steady[Hop..], pulses[(3 * Hop)..]);
    }

    private static float[] Steady(float octaves, int frames) => [.. Enumerable.Repeat(octaves, frames)];

    private static double Power(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += (double)sample * sample;
        return sum / samples.Length;
    }
}
