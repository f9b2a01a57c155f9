using XttsSaas.Tests.Speech;
using XttsSaas.Xtts.Judging.Recognition;

namespace XttsSaas.Xtts.Tests.Judging.Recognition;

public sealed class SphinxRecognizerTests
{
    [Fact]
    public void Recognize_EspeaksOwnAudio_FindsMostSentencesAmongTheirNeighbours()
    {
        using var recognizer = new SphinxRecognizer(SphinxModel.English);
        var set = new ClosedSet(EspeakSpeech.Sentences, SphinxModel.English.Words(), seed: 1);
        var heard = EspeakSpeech.Sentences.Select(sentence =>
        {
            var (speech, candidates) = (EspeakSpeech.Say(sentence, "en-us+f2"), set.For(sentence)!);
            return (Right: recognizer.Recognize(speech.Samples, speech.SampleRate, candidates) == candidates[0], speech, candidates);
        }).ToList();
        Assert.InRange(heard.Count(utterance => utterance.Right), EspeakSpeech.Sentences.Length - 3, EspeakSpeech.Sentences.Length);

        // What came before changes nothing.
        var (first, speech, candidates) = heard[0];
        Assert.Equal(first, recognizer.Recognize(speech.Samples, speech.SampleRate, candidates) == candidates[0]);
    }

    [Fact]
    public void Recognize_AnotherSentencesAudio_FindsThatOne()
    {
        using var recognizer = new SphinxRecognizer(SphinxModel.English);
        var speech = EspeakSpeech.Say("Honey never spoils if you keep the jar closed.");
        Assert.Equal(
            "honey never spoils if you keep the jar closed",
            recognizer.Recognize(speech.Samples, speech.SampleRate, EspeakSpeech.Sentences.Select(sentence => string.Join(' ', SpokenWords.Of(sentence)))));
    }

    [Fact]
    public void Recognize_WordOutsideTheDictionary_IsRefusedAndTheNextWorks()
    {
        using var recognizer = new SphinxRecognizer(SphinxModel.English);
        var speech = EspeakSpeech.Say("Good morning.");
        Assert.Throws<RecognitionException>(() => recognizer.Recognize(speech.Samples, speech.SampleRate, ["good xqzzt"]));
        Assert.Equal("good morning", recognizer.Recognize(speech.Samples, speech.SampleRate, ["good evening", "good morning"]));
    }

    [Fact]
    public void Constructor_WithoutModel_SaysWhatToInstall()
    {
        var missing = Assert.Throws<RecognitionException>(() => new SphinxRecognizer(new SphinxModel("/nowhere", "/nowhere/words.dict")));
        Assert.Contains("pocketsphinx-en-us", missing.Message, StringComparison.Ordinal);
    }
}
