using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class EspeakVoiceTests
{
    private static readonly CorpusSpeaker Speaker = new("s000", SpeakerSplit.Training, "f3", Pitch: 50, Range: 50, Speed: 170);

    [Theory]
    [InlineData("en-us", "See the sea.", "s iː ð ə s iː")]
    [InlineData("es", "La casa roja.", "l a k a s a r o x a")]
    [InlineData("it", "Buongiorno a tutti.", "b ʊ o n dʒ ɔ r n o a t u t ɪ")]
    [InlineData("pt-br", "Bom dia.", "b o ŋ dʒ i æ")]
    public void Speak_Text_TellsItsSounds(string voice, string text, string sounds)
    {
        var spoken = EspeakVoice.Speak(voice, Speaker, text);

        Assert.Equal(sounds.Split(' '), spoken.Phonemes.Select(span => span.Symbol).Where(symbol => symbol != PhonemeSpan.Pause));
        Assert.InRange(spoken.Samples.Length / (double)EspeakVoice.SampleRate, 0.4, 3);
    }

    [Fact]
    public void Speak_Sibilant_LiesWhereItsSpanSays()
    {
        var spoken = EspeakVoice.Speak("en-us", Speaker with { Variant = "m3" }, "Amass a mass.");

        var sibilants = spoken.Phonemes.Where(span => span.Symbol == "s").Select(span => ZeroCrossings(spoken.Samples[span.Start..span.End])).ToList();
        var vowels = spoken.Phonemes.Where(span => span.Symbol == "æ").Select(span => ZeroCrossings(spoken.Samples[span.Start..span.End])).ToList();
        Assert.Equal((2, 2), (sibilants.Count, vowels.Count));
        Assert.True(sibilants.Min() > 2 * vowels.Max(), $"sibilants {sibilants.Min():0} Hz, vowels {vowels.Max():0} Hz");
    }

    [Fact]
    public void Speak_GlideBetweenVowels_IsNoPause()
    {
        var spoken = EspeakVoice.Speak("pt-br", Speaker, "O dia, a via.");

        Assert.Equal("ʊ dʒ i æ _ a v i æ _", Symbols(spoken));
        var pause = spoken.Phonemes.First(span => span.Symbol == PhonemeSpan.Pause);
        Assert.True(Level(spoken.Samples[((pause.Start + pause.End) / 2)..pause.End]) < 0.1 * Level(spoken.Samples));
    }

    [Fact]
    public async Task Speak_FromManyThreads_GivesEachItsOwnText()
    {
        string[] texts = ["One.", "Two and a half bicycles.", "Three long trains are waiting at the northern station."];
        var alone = texts.Select(text => Symbols(EspeakVoice.Speak("en-us", Speaker, text))).ToList();

        var together = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Symbols(EspeakVoice.Speak("en-us", Speaker, texts[i % 3])))));

        Assert.All(together.Index(), pair => Assert.Equal(alone[pair.Index % 3], pair.Item));
    }

    [Fact]
    public void Speak_UnknownVoice_SaysWhich()
    {
        var fault = Assert.Throws<CorpusException>(() => EspeakVoice.Speak("xx-nowhere", Speaker, "Hello."));

        Assert.Equal(CorpusFault.Missing, fault.Fault);
        Assert.Contains("xx-nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckVariants_UnknownVariant_SaysWhich() =>
        Assert.Contains("nobody", Assert.Throws<CorpusException>(() => EspeakVoice.CheckVariants(["f3", "nobody"])).Message, StringComparison.Ordinal);

    private static string Symbols(SpokenText spoken) => string.Join(' ', spoken.Phonemes.Select(span => span.Symbol));

    private static double Level(short[] samples) => Math.Sqrt(samples.Average(sample => (double)sample * sample));

    private static double ZeroCrossings(short[] samples) =>
        samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 != pair.Second < 0) * EspeakVoice.SampleRate / 2.0 / samples.Length;
}
