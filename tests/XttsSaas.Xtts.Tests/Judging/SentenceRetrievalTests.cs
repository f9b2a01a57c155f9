using XttsSaas.Tests.Speech;
using XttsSaas.Xtts.Judging;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class SentenceRetrievalTests
{
    private static readonly SpeechFeatures[] Recordings = [.. EspeakSpeech.Sentences.Select(sentence => Say(sentence, "en-us+m3"))];

    [Theory]
    [InlineData("en-us+m3", 165)]
    [InlineData("en-us+f2", 165)]
    [InlineData("en-us+m7", 190)]
    public void Rank_OfEverySentence_IsFirstInItsOwnAndAnotherVoice(string voice, int wordsPerMinute)
    {
        var retrieval = new SentenceRetrieval(Recordings);
        Assert.All(EspeakSpeech.Sentences.Index(), sentence => Assert.Equal(0, retrieval.Rank(Say(sentence.Item, voice, wordsPerMinute), sentence.Index)));
    }

    [Fact]
    public void Rank_OfNoise_IsNotFirst()
    {
        var random = new Random(3);
        var noise = Enumerable.Range(0, 44100).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var features = SpeechFeatures.Of(noise, 22050);
        var retrieval = new SentenceRetrieval(Recordings);
        Assert.Equal(1, Enumerable.Range(0, Recordings.Length).Count(sentence => retrieval.Rank(features, sentence) == 0));
    }

    private static SpeechFeatures Say(string sentence, string voice, int wordsPerMinute = 165)
    {
        var speech = EspeakSpeech.Say(sentence, voice, wordsPerMinute: wordsPerMinute);
        return SpeechFeatures.Of(speech.Samples, speech.SampleRate);
    }
}
