using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class ClipShapeTests
{
    private const int Rate = EspeakVoice.SampleRate;
    private const int Before = Rate * 40 / 1000;

    [Theory]
    [InlineData(300)]
    [InlineData(12_000)]
    public void Apply_ToneInSilence_GetsTheSameFrame(int amplitude)
    {
        var shaped = ClipShape.Apply(new SpokenText(Tone(amplitude, silence: Rate / 2, length: Rate), [new PhonemeSpan("a", Rate / 2, Rate * 3 / 2)]))!;

        var first = Array.FindIndex(shaped.Samples, sample => Math.Abs((int)sample) > 500);
        var last = Array.FindLastIndex(shaped.Samples, sample => Math.Abs((int)sample) > 500);
        // The tone begins and ends within a frame of 10 ms.
        Assert.InRange(first, Before - 10, Before + (Rate / 100));
        Assert.InRange(last, Before + Rate - (Rate / 100), Before + Rate + (Rate / 100));
        Assert.Equal(0, shaped.Samples.Length % ClipShape.Block);
        Assert.InRange(shaped.Samples.Length - last, Rate * 5 / 100, (Rate * 7 / 100) + ClipShape.Block);
        Assert.Equal(-23, 20 * Math.Log10(ClipShape.SpeechLevel(shaped.Samples)), 0.2);
        var span = Assert.Single(shaped.Phonemes);
        Assert.InRange(span.Start, first - (Rate / 100), first + (Rate / 100));
    }

    [Fact]
    public void Apply_SoundFromTheFirstSample_GetsSilenceBefore()
    {
        var shaped = ClipShape.Apply(new SpokenText(Tone(8000, silence: 0, length: Rate), []))!;

        Assert.All(shaped.Samples[..Before], sample => Assert.Equal(0, sample));
        Assert.NotEqual(0, shaped.Samples[Before + 3]);
    }

    [Fact]
    public void Apply_LoudPeaks_StayBelowFullScale()
    {
        var samples = Tone(200, silence: 0, length: Rate);
        samples[Rate / 2] = 32_000;

        var shaped = ClipShape.Apply(new SpokenText(samples, []))!;

        Assert.InRange(shaped.Samples.Max(), 31_000, (int)(0.951 * 32_768));
    }

    [Fact]
    public void Apply_Silence_GivesNothing() => Assert.Null(ClipShape.Apply(new SpokenText(new short[Rate], [])));

    private static short[] Tone(int amplitude, int silence, int length)
    {
        var samples = new short[silence + length + silence];
        for (var i = 0; i < length; i++)
            samples[silence + i] = (short)(amplitude * Math.Sin(2 * Math.PI * 220 * i / Rate));
        return samples;
    }
}
