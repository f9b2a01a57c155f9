using XttsSaas.Tests.Speech;
using XttsSaas.Xtts.Judging;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class SpeechComparisonTests
{
    private static readonly string Sentence = EspeakSpeech.Sentences[0];

    [Fact]
    public void Of_ItselfAtHalfTheLoudnessWithSilenceAround_IsTheSame()
    {
        var speech = EspeakSpeech.Say(Sentence);
        var quiet = (float[])[.. new float[5120], .. speech.Samples.Select(sample => sample / 2), .. new float[3000]];
        var comparison = SpeechComparison.Of(SpeechFeatures.Of(quiet, speech.SampleRate), Features(speech));
        Assert.Equal(0, comparison.MelCepstralDistortion, 0.05);
        Assert.Equal(1, comparison.Pitch.WithinSemitone);
        Assert.Equal(0, comparison.Pitch.MedianSemitones!.Value, 0.05);
        Assert.Equal(1, comparison.LengthRatio, 0.01);
    }

    [Fact]
    public void Of_AnotherSampleRate_IsNearlyTheSame()
    {
        var speech = EspeakSpeech.Say(Sentence);
        var other = SpeechFeatures.Of(Resampler.Resample(speech.Samples, speech.SampleRate, 24000), 24000);
        var comparison = SpeechComparison.Of(other, Features(speech));
        Assert.InRange(comparison.MelCepstralDistortion, 0, 0.5);
        Assert.InRange(comparison.Pitch.WithinSemitone!.Value, 0.98, 1);
    }

    [Fact]
    public void Of_HigherPitch_AgreesInNoFrame()
    {
        var comparison = SpeechComparison.Of(Features(EspeakSpeech.Say(Sentence, pitch: 80)), Features(EspeakSpeech.Say(Sentence, pitch: 40)));
        Assert.InRange(comparison.Pitch.WithinSemitone!.Value, 0, 0.05);
        Assert.InRange(comparison.Pitch.MedianSemitones!.Value, 3, 15);
        Assert.InRange(comparison.Pitch.Voicing, 0.8, 1);
    }

    [Fact]
    public void Of_FasterSpeech_IsShorter()
    {
        var comparison = SpeechComparison.Of(Features(EspeakSpeech.Say(Sentence, wordsPerMinute: 240)), Features(EspeakSpeech.Say(Sentence, wordsPerMinute: 160)));
        Assert.InRange(comparison.LengthRatio, 0.55, 0.8);
    }

    [Fact]
    public void Of_AnotherSentence_IsFurtherAway()
    {
        var (own, other) = (Features(EspeakSpeech.Say(Sentence)), Features(EspeakSpeech.Say(EspeakSpeech.Sentences[1])));
        var sameInAnotherPitch = Features(EspeakSpeech.Say(Sentence, pitch: 45));
        Assert.True(SpeechComparison.Of(own, other).MelCepstralDistortion > 1.5 * SpeechComparison.Of(own, sameInAnotherPitch).MelCepstralDistortion);
    }

    [Fact]
    public void Of_SilenceOrAFewSamples_HasNoPitch()
    {
        var speech = Features(EspeakSpeech.Say(Sentence));
        foreach (var samples in new[] { 0, 100, 22050 })
        {
            var comparison = SpeechComparison.Of(SpeechFeatures.Of(new float[samples], 22050), speech);
            Assert.Null(comparison.Pitch.WithinSemitone);
            Assert.True(double.IsFinite(comparison.MelCepstralDistortion));
        }
    }

    [Fact]
    public void PitchAgreement_KnownContours_CountsThePairsVoicedInBoth()
    {
        var path = new WarpingPath(0, [(0, 0), (1, 1), (2, 2), (3, 3)]);
        var agreement = PitchAgreement.Of(path, new PitchContour([100, 100, 0, 100], 0.01), new PitchContour([105, 200, 100, 103], 0.01));
        Assert.Equal(2.0 / 3, agreement.WithinSemitone!.Value, 1e-9);
        Assert.Equal(12 * Math.Log2(1.05), agreement.MedianSemitones!.Value, 1e-4);
        Assert.Equal(0.75, agreement.Voicing, 1e-9);
    }

    private static SpeechFeatures Features(WaveFile speech) => SpeechFeatures.Of(speech.Samples, speech.SampleRate);
}
