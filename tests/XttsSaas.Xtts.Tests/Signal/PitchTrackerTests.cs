using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Signal;

public sealed class PitchTrackerTests
{
    private const int Rate = 22050;
    private static readonly double[] Ah = [730, 1090, 2440];
    private static readonly double[] Ee = [270, 2290, 3010];
    private static readonly double[] Oo = [300, 870, 2240];

    [Theory]
    [InlineData(65, 22050)]
    [InlineData(110, 16000)]
    [InlineData(150, 24000)]
    [InlineData(220, 44100)]
    [InlineData(330, 48000)]
    [InlineData(430, 8000)]
    [InlineData(440, 22051)]
    public void Track_Tone_IsWithinATenthOfASemitone(double hertz, int rate)
    {
        var contour = new PitchTracker(new PitchSettings(rate, 0.01)).Track(SyntheticVoice.Tone(hertz, rate));
        Assert.All(Inner(contour), found => Assert.InRange(Semitones(found, hertz), -0.1, 0.1));
    }

    [Theory]
    [InlineData(80, 160)]
    [InlineData(300, 120)]
    [InlineData(100, 400)]
    public void Track_Sweep_FollowsIt(double from, double to)
    {
        var contour = new PitchTracker(PitchSettings.Mel).Track(SyntheticVoice.Sweep(from, to, Rate, 2));
        for (var frame = 4; frame < contour.Frames - 4; frame++)
            Assert.InRange(Semitones(contour.Hertz[frame], SyntheticVoice.SweepAt(from, to, (double)frame / contour.Frames)), -0.25, 0.25);
    }

    [Fact]
    public void Track_Vowels_MakesNoOctaveError()
    {
        foreach (var formants in new[] { Ah, Ee, Oo })
        {
            foreach (var hertz in new double[] { 75, 105, 140, 185, 230, 290, 390 })
            {
                var vibrato = (double t) => hertz * (1 + (0.03 * Math.Sin(2 * Math.PI * 5 * t)));
                var contour = new PitchTracker(PitchSettings.Mel).Track(SyntheticVoice.Vowel(vibrato, formants, Rate));
                Assert.All(Inner(contour), found => Assert.InRange(Semitones(found, hertz), -1, 1));
            }
        }
    }

    [Fact]
    public void Track_QuickGlideOfAnOpenVowel_StaysVoiced()
    {
        // Three semitones up and down four times a second, as in lively speech; without smoothing some frames are lost.
        var glide = (double t) => 130 * Math.Pow(1.1, Math.Sin(2 * Math.PI * 4 * t));
        var contour = new PitchTracker(PitchSettings.Mel).Track(SyntheticVoice.Vowel(glide, Ah, Rate, 2));
        for (var frame = 4; frame < contour.Frames - 4; frame++)
            Assert.InRange(Semitones(contour.Hertz[frame], glide(frame * contour.HopSeconds)), -1, 1);
    }

    [Fact]
    public void Track_EverySecondPulseWeaker_StaysInItsOctave()
    {
        var contour = new PitchTracker(PitchSettings.Mel).Track(SyntheticVoice.Vowel(_ => 180, Ah, Rate, shimmer: 0.85f));
        Assert.All(Inner(contour), found => Assert.InRange(Semitones(found, 180), -0.5, 0.5));
    }

    [Fact]
    public void Track_VowelBetweenNoise_IsVoicedOnlyThere()
    {
        var noise = SyntheticVoice.Noise(Rate, 0.5, seed: 5);
        var audio = (float[])[.. noise, .. SyntheticVoice.Vowel(_ => 120, Ah, Rate, 0.5), .. noise];
        var contour = new PitchTracker(PitchSettings.Mel).Track(audio);
        Assert.InRange(contour.VoicedShare, 0.28, 0.38);
        Assert.True(Enumerable.Range(contour.Frames * 2 / 5, contour.Frames / 5).All(contour.IsVoiced));
    }

    [Fact]
    public void Track_NoiseOrSilence_HasNoPitch()
    {
        var tracker = new PitchTracker(PitchSettings.Mel);
        Assert.InRange(tracker.Track(SyntheticVoice.Noise(Rate, 2, seed: 4)).VoicedShare, 0, 0.03);
        Assert.Equal(0, tracker.Track(new float[Rate]).VoicedShare);
        Assert.Equal(0, tracker.Track(Enumerable.Repeat(0.25f, Rate).ToArray()).Hertz.Skip(3).SkipLast(3).Count(hertz => hertz > 0));
        Assert.Equal([0], tracker.Track([]).Hertz);
        Assert.Null(tracker.Track(new float[Rate]).LogStatistics());
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(22050)]
    [InlineData(256 * 77)]
    public void FrameCount_MelSettings_IsTheMelSpectrograms(int samples)
    {
        Assert.Equal(new MelAnalyzer(MelSettings.Dvae).FrameCount(samples), new PitchTracker(PitchSettings.Mel).FrameCount(samples));
    }

    [Fact]
    public void LogStatistics_VoicedFrames_LeavesOutTheOthers()
    {
        var (mean, deviation) = new PitchContour([0, 100, 0, 400], 0.01).LogStatistics()!.Value;
        Assert.Equal(200, Math.Exp(mean), 3);
        Assert.Equal(2, Math.Exp(deviation), 3);
    }

    [Fact]
    public void Constructor_EmptyRangeOfFrequencies_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PitchTracker(new PitchSettings(Rate, 0.01, MinFrequency: 200, MaxFrequency: 100)));

    private static IEnumerable<float> Inner(PitchContour contour) => contour.Hertz.Skip(4).SkipLast(4);

    private static double Semitones(double hertz, double reference) => 12 * Math.Log2(hertz / reference);
}
