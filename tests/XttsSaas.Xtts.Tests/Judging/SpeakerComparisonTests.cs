using XttsSaas.Tests.Speech;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class SpeakerComparisonTests
{
    private static readonly (string Voice, int Pitch)[] Speakers =
        [("en-us+Annie", 50), ("en-us+f5", 40), ("en-us+m8", 30), ("en-us+Gene", 60), ("en-us+Hugo", 45), ("en-us+linda", 65), ("en-us+Marco", 50), ("en-us+steph2", 70)];

    [Fact]
    public void VoiceSpectrum_OtherSentence_IsNearestToItsOwnSpeaker()
    {
        var references = Speakers.Select(speaker => Spectrum(speaker, 2)).ToList();
        var nearest = Speakers.Index().Count(speaker =>
            SpeakerComparison.Of([.. references.Select(reference => -Spectrum(speaker.Item, 7).Distance(reference))], speaker.Index).OwnNearest);
        Assert.InRange(nearest, Speakers.Length - 1, Speakers.Length);
    }

    [Fact]
    public void Distance_KnownVoices_CountsBandsAndSemitones()
    {
        var low = new VoiceSpectrum(Math.Log(100), [0, 0, 0, 0]);
        Assert.Equal(12, low.Distance(new VoiceSpectrum(Math.Log(200), [0, 0, 0, 0])), 1e-6);
        Assert.Equal(3, low.Distance(new VoiceSpectrum(Math.Log(100), [3, -3, 3, -3])), 1e-6);
        Assert.Equal(12, low.Distance(new VoiceSpectrum(null, [0, 0, 0, 0])), 1e-6);
    }

    [Fact]
    public void Of_ThreeReferences_ComparesWithTheOthers()
    {
        Assert.Equal(new SpeakerComparison(0.9, 0.5, true), SpeakerComparison.Of([0.4, 0.9, 0.6], 1));
        Assert.False(SpeakerComparison.Of([0.9, 0.9], 1).OwnNearest);
        Assert.Equal(new SpeakerComparison(0.9, null, true), SpeakerComparison.Of([0.9], 0));
    }

    private static VoiceSpectrum Spectrum((string Voice, int Pitch) speaker, int sentence)
    {
        var speech = EspeakSpeech.Say(EspeakSpeech.Sentences[sentence], speaker.Voice, speaker.Pitch);
        return VoiceSpectrum.Of(SpeechFeatures.Of(speech.Samples, speech.SampleRate));
    }
}
